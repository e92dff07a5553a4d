/** One of `count` parts of a grid; they are numbered from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}
