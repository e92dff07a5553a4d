import type { Random } from '../../random.ts'
import type { StoredGraph } from '../../topology/stored-graph.ts'
import type { WakePlan } from '../scheduled.ts'
import type { Gene } from './gene.ts'
import { by, crossedOrder, variedOrder } from './orders.ts'

/** Who wakes by itself: the first `count` of an order of the processors, and when. */
export interface Waking {
  readonly order: Uint32Array
  readonly count: number
  readonly when: WakePlan['when']
}

export const wakePlanOf = ({ order, count, when }: Waking): WakePlan => ({
  initiators: order.subarray(0, count),
  when,
})

const moments = ['at once', 'before a message', 'when quiet'] as const

const anyMoment = (random: Random): WakePlan['when'] => moments[random.integer(moments.length)]!

/** Who wakes by itself, in which order and when. */
export const wakeGene: Gene<Waking> = {
  natural({ graph }) {
    const byDegree = by(graph.n, (p) => graph.degree(p))
    const orders = [by(graph.n, (p) => p), byDegree, byDegree.toReversed()]
    return orders.flatMap((order) => [
      { order, count: 1, when: 'at once' } as const,
      ...naturalCounts(graph).flatMap((count) => moments.map((when) => ({ order, count, when }))),
    ])
  },

  sampled: ({ graph: { n } }, random) => ({
    order: random.permutation(n),
    count: 1 + random.integer(n),
    when: anyMoment(random),
  }),

  varied(waking, { graph: { n } }, random) {
    const { order, count } = waking
    const kind = random.integer(4)
    if (kind === 0) return { ...waking, when: anyMoment(random) }
    if (kind === 1) return { ...waking, order: variedOrder(order, random) }
    if (kind === 2) return { ...waking, count: 1 + random.integer(n) }
    return { ...waking, count: Math.min(n, Math.max(1, count + (random.integer(2) === 0 ? 1 : -1))) }
  },

  crossed: (a, b, _, random) => ({ ...a, order: crossedOrder(a.order, b.order, random) }),
}

/** Those of least degree, half, all. */
function naturalCounts(graph: StoredGraph): number[] {
  const { n } = graph
  const degrees = Array.from({ length: n }, (_, p) => graph.degree(p))
  const least = Math.min(...degrees)
  const lowest = degrees.filter((degree) => degree === least).length
  return [...new Set([lowest, Math.ceil(n / 2), n])]
}
