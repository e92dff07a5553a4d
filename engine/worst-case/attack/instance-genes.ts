import { centre, periphery } from '../../topology/centre.ts'
import type { Gene } from './gene.ts'
import { by, crossedOrder, inverse, naturalOrders, variedOrder } from './orders.ts'

/** The identifiers 0 … n − 1, by processor. They may follow the order in which processors came into play. */
export const idsGene: Gene<Uint32Array> = {
  natural({ graph }, random, hint) {
    const orders = naturalOrders(graph, random)
    if (hint === null) return orders.map(inverse)
    const met = completed(hint.order, graph.n)
    return [...orders, met, met.toReversed()].map(inverse)
  },
  sampled: ({ graph }, random) => random.permutation(graph.n),
  varied: (ids, _, random) => variedOrder(ids, random),
  crossed: (a, b, _, random) => crossedOrder(a, b, random),
}

/** All processors, these first. */
function completed(order: readonly number[], n: number): Uint32Array {
  const all = new Set(order)
  for (let p = 0; p < n; p++) all.add(p)
  return Uint32Array.from(all)
}

/** The input values, from 0 to n − 1, by processor. */
export const valuesGene: Gene<Uint32Array> = {
  natural: (space, random, hint) => [new Uint32Array(space.graph.n), ...idsGene.natural(space, random, hint)],
  sampled: ({ graph: { n } }, random) => Uint32Array.from({ length: n }, () => random.integer(n)),

  varied(values, { graph: { n } }, random) {
    const varied = values.slice()
    const p = random.integer(n)
    varied[p] = random.integer(2) === 0 ? random.integer(n) : values[random.integer(n)]!
    return varied
  },

  crossed(a, b, _, random) {
    const from = random.integer(a.length)
    return a.map((value, p) => (p < from ? value : b[p]!))
  },
}

/** The distinguished processor. */
export const rootGene: Gene<number> = {
  natural({ graph }, random) {
    const ascending = by(graph.n, (p) => graph.degree(p))
    const ends = [0, ascending[0]!, ascending.at(-1)!, centre(graph), periphery(graph)]
    return [...new Set([...ends, random.integer(graph.n)])]
  },
  sampled: ({ graph }, random) => random.integer(graph.n),

  varied(root, { graph }, random) {
    const degree = graph.degree(root)
    const near = degree > 0 && random.integer(2) === 0
    return near ? graph.neighbor(root, random.integer(degree)) : random.integer(graph.n)
  },

  crossed: (a) => a,
}
