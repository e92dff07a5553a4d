import type { After, ConfigurationView, Finding, Property } from '../../engine/index.ts'

interface Pulsing {
  readonly pulse: number
}

/** Neighbours are never more than one pulse apart. Whoever has had no event is in no pulse yet, −1. */
export const skew: Property<Pulsing> = {
  kind: 'safety',
  check(configuration) {
    for (let p = 0; p < configuration.states.length; p++) {
      const found = around(configuration, p)
      if (found !== true) return found
    }
    return true
  },
  follow(configuration): After {
    const { states } = configuration
    const pulses = Int32Array.from(states, ({ pulse }) => pulse)
    return (p) => {
      if (states[p]!.pulse === pulses[p]) return true
      pulses[p] = states[p]!.pulse
      return around(configuration, p)
    }
  },
}

function around({ states, instance: { network } }: ConfigurationView<Pulsing>, p: number): Finding {
  const { pulse } = states[p]!
  for (let channel = 0; channel < network.degree(p); channel++) {
    const q = network.neighbor(p, channel)
    const other = states[q]!.pulse
    if (Math.abs(pulse - other) > 1) return `p_${p} is in pulse ${pulse}, its neighbour p_${q} in ${other}`
  }
  return true
}
