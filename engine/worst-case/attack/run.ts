import type { Outcome } from '../../model/index.ts'

/** What became of one plan. */
export interface Run {
  /**
   * The objective; −∞ for a run that did not end, which shows nothing that an execution could; the messages so far of
   * one that was cut short where it violates a property.
   */
  readonly value: number
  /** By slot: how many messages were sent over it. */
  readonly sentOver: Uint32Array
  /** The processors that had an event, in the order of their first. */
  readonly order: readonly number[]
  /** Why it did not end, if it did not; or the property that it violates. */
  readonly outcome: Extract<Outcome, { kind: 'budget' | 'failed' | 'violated' }> | null
}
