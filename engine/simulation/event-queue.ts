/**
 * The messages in transit, ordered by time of arrival; equal times leave in the order in which they entered.
 *
 * An event is four numbers (time, receiving processor, the receiver's slot, the handle of the message) and no object. `pop` moves the next event into the queue's own fields, so that
 * nothing is allocated per event.
 */
export interface EventQueue {
  readonly size: number
  /** Whether there is a next event and it is at this very time, that of the last event popped. */
  nextIsAt(time: number): boolean
  /** `time` is finite and not before that of the last event popped. */
  push(time: number, receiver: number, slot: number, payload: number): void
  /** Takes the next event out into `time`, `receiver`, `slot` and `payload`; false when there is none. */
  pop(): boolean
  readonly time: number
  readonly receiver: number
  readonly slot: number
  readonly payload: number
}
