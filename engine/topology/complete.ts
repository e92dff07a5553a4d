import { pairsAmong } from './cliques.ts'
import { CompleteGraph } from './computed/complete-graph.ts'
import { OrientedCompleteGraph } from './computed/oriented-complete-graph.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast } from './sizes.ts'

/** It has n (n − 1) < 2^32 slots. */
const LARGEST = 65_536

/**
 * The complete graph: every two processors share a channel. Numbered by ascending neighbour; or, where it is oriented, by
 * how far on a circle of all processors the neighbour stands.
 */
export const complete: TopologyFamily<'complete'> = {
  name: 'complete',
  words: ({ values }) => (values.oriented === 'yes' ? 'Complete, oriented' : 'Complete'),
  summary: 'every two processors share a channel',
  random: false,
  computed: true,
  parameters: {
    oriented: {
      kind: 'text',
      choices: ['yes', 'no'],
      default: 'no',
      description: 'whether channel k leads k + 1 processors on, round a circle of all of them',
    },
  },
  sizeProblem: (n) =>
    needsAtLeast(n, 2) ??
    (n <= LARGEST ? null : `n ≤ ${LARGEST}, so that channels can be numbered in 32 bits`),
  closedForm: (n) => ({ m: pairsAmong(n), diameter: 1 }),

  build: ({ n, values }) =>
    values.oriented === 'yes'
      ? new OrientedCompleteGraph(n, { diameter: 1 })
      : new CompleteGraph(n, { diameter: 1 }),
}
