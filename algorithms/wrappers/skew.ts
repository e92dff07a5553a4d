import type { After, ConfigurationView, Finding, Property } from '../../engine/index.ts'

interface Pulsing {
  readonly pulse: number
}

/** Neighbours are never more than one pulse apart. Whoever has had no event is in no pulse yet, −1. */
export const skew: Property<Pulsing> = {
  kind: 'safety',
  check(configuration) {
    const pulses = pulsesOf(configuration)
    for (let p = 0; p < pulses.length; p++) {
      const found = around(configuration, pulses, p)
      if (found !== true) return found
    }
    return true
  },
  follow(configuration): After {
    const { states } = configuration
    // The pulses stand close to each other in memory, the states do not.
    const pulses = pulsesOf(configuration)
    const range = new PulseRange(pulses)
    return (p) => {
      const { pulse } = states[p]!
      const before = pulses[p]!
      if (pulse === before) return true
      pulses[p] = pulse
      range.move(before, pulse)
      // Where nobody at all is far off, no neighbour is.
      return range.isNear(pulse) || around(configuration, pulses, p)
    }
  },
}

/** Between which pulses all processors are. */
class PulseRange {
  /** How many are in each pulse, from −1 on. */
  readonly #counts: number[] = []
  #least = Number.POSITIVE_INFINITY
  #most = -1

  constructor(pulses: Int32Array) {
    for (const pulse of pulses) this.#enter(pulse)
  }

  move(from: number, to: number): void {
    this.#enter(to)
    this.#counts[from + 1]!--
    while (this.#counts[this.#least + 1] === 0) this.#least++
  }

  /** Whether nobody is more than one pulse apart from this one. */
  isNear(pulse: number): boolean {
    return pulse - this.#least <= 1 && this.#most - pulse <= 1
  }

  #enter(pulse: number): void {
    this.#least = Math.min(this.#least, pulse)
    this.#most = Math.max(this.#most, pulse)
    while (this.#counts.length <= this.#most + 1) this.#counts.push(0)
    this.#counts[pulse + 1]!++
  }
}

const pulsesOf = ({ states }: ConfigurationView<Pulsing>): Int32Array =>
  Int32Array.from(states, ({ pulse }) => pulse)

function around(
  { instance: { network } }: ConfigurationView<Pulsing>,
  pulses: Int32Array,
  p: number,
): Finding {
  const pulse = pulses[p]!
  for (let channel = 0; channel < network.degree(p); channel++) {
    const q = network.neighbor(p, channel)
    const other = pulses[q]!
    if (Math.abs(pulse - other) > 1) return `p_${p} is in pulse ${pulse}, its neighbour p_${q} in ${other}`
  }
  return true
}
