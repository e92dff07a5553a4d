import type { Channel } from './channel.ts'
import type { ConfigurationView } from './configuration.ts'
import type { Message } from './message.ts'

/** A message as it is sent, and what an adversary may know then: all that has happened, no more. */
export interface Departure<S extends object = object, M extends Message = Message> {
  /** Messages are numbered 0, 1, 2 … in the order of sending. */
  readonly number: number
  /** Of the messages that the same event sends, which one this is, from 0, and how many they are. */
  readonly index: number
  readonly count: number
  readonly time: number
  readonly sender: number
  /** In the sender's numbering. */
  readonly channel: Channel
  readonly receiver: number
  readonly message: M
  /** After the event that sends it. */
  readonly configuration: ConfigurationView<S>
  /** Whether a processor has woken, by itself or by a message. */
  awake(processor: number): boolean
}

/** Chooses the delay of each message as it is sent, in (0, 1]; it may remember what it was asked before. */
export interface Adversary<S extends object = object, M extends Message = Message> {
  delay(departure: Departure<S, M>): number
}
