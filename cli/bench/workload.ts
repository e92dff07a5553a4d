import type { QueueMaker } from './queues.ts'

/** Something to be timed: the same instance, delays and messages each time, whatever the queue. */
export interface Workload {
  /** Kebab-case, with the size in it. */
  readonly name: string
  readonly title: string
  /** Whether there is a queue in it: rounds have none, nor do executions in lockstep. */
  readonly queued: boolean
  /** The workload whose reference queue the ratios refer to: itself, unless there is no queue in it. */
  readonly reference: string
  /** Builds what all runs share. */
  prepare(create?: QueueMaker): PreparedWorkload
}

/**
 * Prepares one run and returns what is timed, which returns the number of messages. A run to warm up with is stopped
 * after about `messagesMax` of them.
 */
type PreparedWorkload = (messagesMax?: number) => () => number
