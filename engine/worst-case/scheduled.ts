/** What a scheduled execution is given, and how it ends. */
import type { Call } from '../model/index.ts'
import type { Askers } from './askers.ts'
import type { Spans } from './spans.ts'

/** Who wakes by itself, and when. */
export interface WakePlan {
  /** In this order. */
  readonly initiators: ArrayLike<number>
  /**
   * All at time 0; or the first at time 0 and each other next, but as late as may be; or just before a message would
   * wake it; or, as with `quiet`, when nothing is in transit. Whoever a message wakes first does not wake by itself.
   */
  readonly when: 'at zero' | 'at once' | 'before a message' | 'when quiet'
}

/** How a scheduled execution ended. */
export interface ScheduledEnd {
  /** Whether nothing was left in transit when it ended. */
  readonly finished: boolean
  /** The largest time that delays of at most 1 can give the last message processed. */
  readonly time: number
}

/**
 * Takes the steps of a schedule: the processor, and the number of the message, −1 if it wakes by itself, or −2 if it is
 * asked for an operation.
 */
export type StepTaker = (processor: number, message: number, call?: Call) => void

/** How the processors of a scheduled execution are used. */
export interface Use {
  readonly askers: Askers
  /** Is told of the steps. */
  readonly spans: Spans
}
