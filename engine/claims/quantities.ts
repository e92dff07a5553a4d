import type { Valuation } from '../formula/formula.ts'
import type { Instance, Network, Setting } from '../model/index.ts'
import { minimumSpanningTree } from '../weights/minimum-spanning-tree.ts'

interface StandardQuantity {
  readonly description: string
  /** Its value under the circumstances of a run. */
  of(setting: Setting, measured: Measured): number
}

/** What an execution says of quantities; before it has run, nothing. */
export interface Measured {
  /** What times were divided by. Default: 1. */
  readonly unit?: number | undefined
  /** How many processors woke by themselves. Default: all that were to. */
  readonly initiators?: number | undefined
  /** How many processors failed. Default: as many as may. */
  readonly faulty?: number | undefined
  /** How many operations were completed. */
  readonly completed?: number | undefined
}

/** The standard variables of formulas, and what they stand for. */
export const standardQuantities: Readonly<Record<string, StandardQuantity>> = {
  n: { description: 'number of processors', of: ({ instance }) => instance.network.n },
  m: { description: 'number of channels', of: ({ instance }) => instance.network.m },
  D: { description: 'diameter', of: ({ instance }) => instance.diameter ?? Number.NaN },
  ecc: { description: 'eccentricity of the root', of: ({ instance }) => instance.eccentricity },
  h: { description: 'depth of the given spanning tree', of: ({ instance }) => instance.eccentricity },
  k: {
    description: 'number of processors that woke by themselves, before a message woke them',
    of: ({ instance }, { initiators }) => initiators ?? wakers(instance).count,
  },
  kmax: {
    description: 'number of processors that were to wake by themselves',
    of: ({ instance }) => wakers(instance).count,
  },
  mst: {
    description: 'weight of the minimum spanning tree',
    of: ({ instance: { network, weights } }) =>
      weights === null ? Number.NaN : minimumWeight(network, weights),
  },
  c: {
    description: 'number of operations completed',
    of: (_, { completed }) => completed ?? Number.NaN,
  },
  f: {
    description: 'number of processors that may fail, as the algorithm is told',
    of: ({ instance }) => instance.f ?? 0,
  },
  fa: {
    description: 'number of processors that failed',
    of: ({ instance }, { faulty }) => faulty ?? instance.f ?? 0,
  },
  w: { description: 'time of the last wake-up, or its round', of: lastWakeUp },
}

/**
 * The standard variables under the circumstances of a run, each computed when it is asked for. Where the number of
 * those that woke by themselves is not measured, it is taken to be that of all that were to.
 */
export function quantities(setting: Setting, measured: Measured = {}): Valuation {
  return (name) =>
    Object.hasOwn(standardQuantities, name) ? standardQuantities[name]!.of(setting, measured) : Number.NaN
}

/** How many are to wake by themselves, and when the last is; they may be millions, so their times are not copied. */
function wakers({ wakeTimes }: Instance): { readonly count: number; readonly last: number } {
  let count = 0
  let last = 0
  for (let p = 0; p < wakeTimes.length; p++) {
    if (wakeTimes[p] === Number.POSITIVE_INFINITY) continue
    count++
    last = Math.max(last, wakeTimes[p]!)
  }
  return { count, last }
}

const minimumWeight = (network: Network, weights: ArrayLike<number>): number =>
  minimumSpanningTree(network, weights).reduce((sum, { weight }) => sum + weight, 0)

function lastWakeUp({ instance, timing }: Setting, { unit = 1 }: Measured): number {
  const { last } = wakers(instance)
  return timing === 'synchronous' ? Math.ceil(last) : last / unit
}
