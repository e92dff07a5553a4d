/** Independent sets, matchings and colourings. */

export { coleVishkin } from './cole-vishkin.ts'
export { greedyColouring } from './greedy-colouring.ts'
export { greedyMis } from './greedy-mis.ts'
export { lubyMis } from './luby-mis.ts'
export { maximalMatching } from './maximal-matching.ts'
export { randomColouring } from './random-colouring.ts'
