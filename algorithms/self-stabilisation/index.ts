/** Self-stabilising algorithms, in the model of states. */

export * from './dijkstra-k-state.ts'
export * from './dijkstra-three-state.ts'
export * from './stabilising-mis.ts'
