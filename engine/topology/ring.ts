import { CirculantGraph } from './computed/circulant-graph.ts'
import type { TopologyFamily } from './family.ts'
import type { Graph } from './graph.ts'

/** The ring: p_i is joined to p_(i+1 mod n) by its channel 0 (left, clockwise) and to p_(i−1 mod n) by channel 1. */
export const ring: TopologyFamily<'ring'> = {
  name: 'ring',
  words: ({ values }) => (values.oriented === 'yes' ? 'Ring' : 'Ring, not oriented'),
  summary: 'a cycle; channel 0 leads clockwise, 1 counter-clockwise',
  random: false,
  computed: true,
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
    return ringOf(n, values.oriented === 'yes' ? 'ring' : null)
  },
}

/** The ring of n ≥ 3 processors, who agree on what is clockwise or do not. */
export const ringOf = (n: number, orientation: 'ring' | null): Graph =>
  new CirculantGraph(n, [1], { orientation, diameter: Math.floor(n / 2) })
