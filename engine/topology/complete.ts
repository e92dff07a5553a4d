import { pairsAmong } from './cliques.ts'
import { CompleteGraph } from './computed/complete-graph.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast } from './sizes.ts'

/** It has n (n − 1) < 2^32 slots. */
const LARGEST = 65_536

/** The complete graph: every two processors share a channel. Numbered by ascending neighbour. */
export const complete: TopologyFamily<'complete'> = {
  name: 'complete',
  summary: 'every two processors share a channel',
  random: false,
  computed: true,
  parameters: {},
  sizeProblem: (n) =>
    needsAtLeast(n, 2) ??
    (n <= LARGEST ? null : `n ≤ ${LARGEST}, so that channels can be numbered in 32 bits`),
  closedForm: (n) => ({ m: pairsAmong(n), diameter: 1 }),

  build: ({ n }) => new CompleteGraph(n, { diameter: 1 }),
}
