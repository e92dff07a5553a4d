import type { Instance, Setting } from '../model.ts'
import type { Valuation } from './formula.ts'

interface StandardQuantity {
  readonly description: string
  /** Its value; `unit` is what the times of the execution were divided by. */
  of(setting: Setting, unit: number): number
}

/** The standard variables of formulas, and what they stand for. */
export const standardQuantities: Readonly<Record<string, StandardQuantity>> = {
  n: { description: 'number of processors', of: ({ instance }) => instance.network.n },
  m: { description: 'number of channels', of: ({ instance }) => instance.network.m },
  D: { description: 'diameter', of: ({ instance }) => instance.diameter ?? Number.NaN },
  ecc: { description: 'eccentricity of the root', of: ({ instance }) => instance.eccentricity },
  h: { description: 'depth of the given spanning tree', of: ({ instance }) => instance.eccentricity },
  k: {
    description: 'number of processors that wake by themselves',
    of: ({ instance }) => wakers(instance).length,
  },
  w: { description: 'time of the last wake-up, or its round', of: lastWakeUp },
}

/** The standard variables under the circumstances of a run, each computed when it is asked for. */
export function quantities(setting: Setting, unit = 1): Valuation {
  return (name) => standardQuantities[name]?.of(setting, unit) ?? Number.NaN
}

function wakers({ wakeTimes }: Instance): number[] {
  return Array.from(wakeTimes).filter((time) => time !== Number.POSITIVE_INFINITY)
}

function lastWakeUp({ instance, timing }: Setting, unit: number): number {
  const last = wakers(instance).reduce((a, b) => Math.max(a, b), 0)
  return timing === 'synchronous' ? Math.ceil(last) : last / unit
}
