import { atMost, type StabilisingAlgorithm } from '../../engine/index.ts'

/**
 * The first self-stabilising algorithm: mutual exclusion on a ring. Everyone copies the state of the one before it, but
 * p_0 goes on to the next of K states when that has come round to it. Dijkstra 1974.
 */
export const dijkstraKState: StabilisingAlgorithm = {
  name: 'dijkstra-k-state',
  title: 'Dijkstra’s K-state ring',
  summary:
    'a token ring: everyone copies the state of the one before it, p_0 adds one when it has come round',
  source: 'Dijkstra, Self-stabilizing systems in spite of distributed control, CACM 17(11), 1974',
  remarks:
    'K = n. Under the central daemon n − 1 states are enough for n ≥ 3; with n − 1 a distributed daemon, with n − 2 a central one can keep several tokens for ever.',
  network: 'ring',
  requires: { sizeMin: 2 },
  values: (n) => Math.max(2, n),

  next({ i, k, own, neighbors: [before] }) {
    if (i > 0) return before!
    return own === before ? (own + 1) % k : own
  },

  // Who is privileged has the token.
  isLegitimate: ({ privileged }) => privileged === 1,
  stabilisesUnder: 'distributed',

  // Attained for n ≥ 4 under any daemon, fair or not (Altisen, Corbineau & Devismes 2021).
  claims: { steps: atMost('3n(n - 1)/2 - n - 1') },
}
