import type { Machine } from '../simulation/machine/machine.ts'

/**
 * What decides which message in transit is processed next: the one of the least key, of equal ones the first sent.
 * Keys may grow while a message waits; that one shrinks goes unnoticed. They lie between −2^42 and 2^42.
 */
export type Key = (view: ScheduleView, message: number) => number

/** What a key may depend on: all of the execution so far. Messages are numbered in the order of sending. */
export interface ScheduleView {
  readonly machine: Machine
  /** How many slots there are. */
  readonly slots: number
  /** By message: the receiver's slot, and the receiver. */
  slotOf(message: number): number
  receiverOf(message: number): number
  /** By message: how many were sent over its slot before it. */
  turnOf(message: number): number
  /** By message: the number of messages in the causal chain that ends with it. */
  depthOf(message: number): number
  /** By processor: how many messages it has processed, and whether it has sent or processed any. */
  readonly heard: Uint32Array
  readonly active: Uint8Array
  /** How many messages the receiver would send if it processed this one now. */
  sendsUpon(message: number): number
}
