import type { Instance } from '../model.ts'
import type { Valuation } from './formula.ts'

/** The standard variables of formulas, and what they stand for. */
export const standardQuantities: Readonly<
  Record<string, { readonly description: string; of(i: Instance): number }>
> = {
  n: { description: 'number of processors', of: ({ network }) => network.n },
  m: { description: 'number of channels', of: ({ network }) => network.m },
  D: { description: 'diameter', of: ({ diameter }) => diameter ?? Number.NaN },
  ecc: { description: 'eccentricity of the root', of: ({ eccentricity }) => eccentricity },
  h: { description: 'depth of the given spanning tree', of: ({ eccentricity }) => eccentricity },
  k: {
    description: 'number of processors that wake by themselves',
    of: (instance) => wakers(instance).length,
  },
  w: {
    description: 'time of the last wake-up',
    of: (instance) => wakers(instance).reduce((a, b) => Math.max(a, b), 0),
  },
}

/** The standard variables of one instance, each computed when it is asked for. */
export function quantities(instance: Instance): Valuation {
  return (name) => standardQuantities[name]?.of(instance) ?? Number.NaN
}

function wakers({ wakeTimes }: Instance): number[] {
  return Array.from(wakeTimes).filter((time) => time !== Number.POSITIVE_INFINITY)
}
