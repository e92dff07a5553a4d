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

/** The sizes in bits that the declared size of a message may depend on. */
export interface BitSizes {
  /** A count from 0 to n. */
  readonly count: number
  /** The largest identifier of the instance. */
  readonly identifier: number
  /** The largest input value of the instance. */
  readonly value: number
}
