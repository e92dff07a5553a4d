import { centre, periphery } from '../../topology/centre.ts'
import type { Gene } from './gene.ts'
import { by, crossedOrder, inverse, naturalOrders, variedOrder } from './orders.ts'

/** The identifiers 0 … n − 1, by processor. */
export const idsGene: Gene<Uint32Array> = {
  natural: ({ graph }, random) => naturalOrders(graph, random).map(inverse),
  sampled: ({ graph }, random) => random.permutation(graph.n),
  varied: (ids, _, random) => variedOrder(ids, random),
  crossed: (a, b, _, random) => crossedOrder(a, b, random),
}

/** The input values, from 0 to n − 1, by processor. */
export const valuesGene: Gene<Uint32Array> = {
  natural: (space, random) => [new Uint32Array(space.graph.n), ...idsGene.natural(space, random)],
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
