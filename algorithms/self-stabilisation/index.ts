/** Self-stabilising algorithms, in the model of states. */

export * from './dijkstra-k-state.ts'
export * from './dijkstra-three-state.ts'
export * from './stabilising-mis.ts'
/** Algorithms that stabilise by themselves, from any initial states. */
export { counting } from './counting.ts'
export { selfStabilisingTree } from './self-stabilising-tree.ts'
