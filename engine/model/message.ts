import type { Channel } from './channel.ts'

/** Messages are plain data, told apart by their type, and never changed once sent. */
export interface Message {
  readonly type: string
}

/** One message waiting in an inbuf, in the round-driven style. */
export interface Received<M extends Message = Message> {
  readonly message: M
  readonly from: Channel
}

/**
 * The size of a message in bits. A function without the second parameter gives the size of all messages of its type, and
 * is asked once. A method type, for the same reason as handlers.
 */
export type SizeOf<M extends Message = Message> = { of(sizes: BitSizes, message: M): number }['of']

/** The sizes in bits that the declared size of a message may depend on. */
export interface BitSizes {
  /** A count from 0 to n. */
  readonly count: number
  /** The largest identifier of the instance. */
  readonly identifier: number
  /** The largest input value of the instance. */
  readonly value: number
  /** The largest weight of a channel; 0 where channels have none, 64 where weights are no whole numbers. */
  readonly weight: number
}
