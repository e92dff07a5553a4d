import { atMost, type StabilisingAlgorithm } from '../../engine/index.ts'

/**
 * A maximal independent set on any network: who has no neighbour in the set enters it, who has one leaves it. Shukla,
 * Rosenkrantz & Ravi 1995. It ends, and then nobody moves any more.
 */
export const stabilisingMis: StabilisingAlgorithm = {
  name: 'stabilising-mis',
  title: 'Self-stabilising MIS',
  summary: 'a maximal independent set: who has no neighbour in the set enters it, who has one leaves it',
  source:
    'Shukla, Rosenkrantz & Ravi, Observations on self-stabilizing graph algorithms for anonymous networks, 1995',
  remarks: 'Processors are anonymous, so if neighbours may move together, they can enter and leave for ever.',
  network: 'any',
  requires: { sizeMin: 2 },
  values: () => 2,

  next: ({ neighbors }) => (neighbors.includes(1) ? 0 : 1),

  // Nobody in the set has a neighbour in it, and everyone outside has one.
  isLegitimate: ({ privileged }) => privileged === 0,
  stabilisesUnder: 'central',

  // Whoever enters has no neighbour in the set, and none can enter after it: it stays. So each leaves once at most, then enters once.
  claims: { moves: atMost('2n') },
}
