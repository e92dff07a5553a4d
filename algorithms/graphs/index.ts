/** Shortest paths and minimum spanning trees. */

export { allPairsDistances } from './all-pairs-distances.ts'
export { allPairsInTurn } from './all-pairs-in-turn.ts'
export { bellmanFord } from './bellman-ford.ts'
export { bellmanFordRounds } from './bellman-ford-rounds.ts'
export { boruvka } from './boruvka.ts'
export { ghsMst } from './ghs-mst.ts'
