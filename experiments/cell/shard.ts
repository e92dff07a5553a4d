/** One of `count` parts of a grid; they are numbered from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** As it is typed: 2/4. */
export const shardName = ({ index, count }: Shard): string => `${index}/${count}`
