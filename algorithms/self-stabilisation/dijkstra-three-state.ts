import type { StabilisingAlgorithm } from '../../engine/index.ts'

/**
 * Mutual exclusion on a ring with three states, however many processors there are: p_0 and p_{n-1} are special, and what
 * one of the others takes over comes from either side. Dijkstra 1974.
 */
export const dijkstraThreeState: StabilisingAlgorithm = {
  name: 'dijkstra-three-state',
  title: 'Dijkstra’s three-state ring',
  summary: 'a token ring with three states each, whose tokens run to and fro between p_0 and the last',
  source: 'Dijkstra, Self-stabilizing systems in spite of distributed control, CACM 17(11), 1974',
  network: 'ring',
  requires: { sizeMin: 3 },
  values: () => 3,

  next({ i, n, own, neighbors: [before, after] }) {
    const above = (own + 1) % 3
    if (i === 0) return above === after ? (own + 2) % 3 : own
    if (i < n - 1) return above === before || above === after ? above : own
    // The neighbour after the last is p_0.
    const bounced = (before! + 1) % 3
    return before === after && bounced !== own ? bounced : own
  },

  isLegitimate: ({ privileged }) => privileged === 1,
  stabilisesUnder: 'distributed',
  claims: {},
}
