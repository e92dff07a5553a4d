import type { TopologyFamily } from './family.ts'
import { multiples } from './multiples.ts'
import { StoredGraph } from './stored-graph.ts'

/** The ring: p_i is joined to p_(i+1 mod n) by its channel 0 (left, clockwise) and to p_(i−1 mod n) by channel 1. */
export const ring: TopologyFamily<'ring'> = {
  name: 'ring',
  summary: 'a cycle; channel 0 leads clockwise, 1 counter-clockwise',
  random: false,
  parameters: {
    oriented: {
      kind: 'text',
      choices: ['yes', 'no'],
      default: 'yes',
      description: 'whether the processors agree on what is clockwise',
    },
  },
  sizeProblem: (n) => (n >= 3 ? null : 'n ≥ 3'),
  closedForm: (n) => ({ m: n, diameter: Math.floor(n / 2) }),

  build({ n, values }) {
    const offsets = multiples(n + 1, 2)
    const neighbors = new Uint32Array(2 * n)
    const mirrors = new Uint32Array(2 * n)
    for (let i = 0; i < n; i++) {
      const next = (i + 1) % n
      neighbors[2 * i] = next
      mirrors[2 * i] = 2 * next + 1
      neighbors[2 * next + 1] = i
      mirrors[2 * next + 1] = 2 * i
    }
    const orientation = values.oriented === 'yes' ? 'ring' : null
    return new StoredGraph(offsets, neighbors, mirrors, { orientation, diameter: Math.floor(n / 2) })
  },
}
