/** Waves that begin at the leaves of a tree. */

export { saturation } from './saturation.ts'
export { treeCentre } from './tree-centre.ts'
export { treeMedian } from './tree-median.ts'
export { treeMinimum } from './tree-minimum.ts'
