/** Self-stabilising algorithms that pass messages in rounds. */

export { counting } from './counting.ts'
export { selfStabilisingTree } from './self-stabilising-tree.ts'
