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
  // The pulses stand close to each other in memory, the states do not.
  follow(configuration): After {
    const { states } = configuration
    const pulses = pulsesOf(configuration)
    return (p) => {
      const { pulse } = states[p]!
      if (pulse === pulses[p]) return true
      pulses[p] = pulse
      return around(configuration, pulses, p)
    }
  },
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
