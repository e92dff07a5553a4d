/**
 * What crosses the interface between processors and those who use them (Attiya and Welch, chapter 7): a sequence of
 * inputs and outputs. A problem is a set of such sequences.
 */

/** What operations ask with and answer: plain data, as messages are. Absent where there is nothing to say. */
export type Value = unknown

interface AtInterface {
  readonly processor: number
  /** In the units of the execution; in a history from a file, in those of the file. */
  readonly time: number
}

/** An operation is asked for. */
export interface Invocation extends AtInterface {
  readonly kind: 'invocation'
  /** Numbers the operations of a history from 0 in the order of their invocations. */
  readonly id: number
  readonly operation: string
  /** The object that is asked, where there are several. */
  readonly object?: string
  readonly argument?: Value
}

/** An operation is answered. */
export interface Response extends AtInterface {
  readonly kind: 'response'
  /** The operation that it answers. */
  readonly id: number
  readonly result?: Value
}

/** What nobody asked for at this processor, such as the delivery of what another one broadcast. */
export interface Output extends AtInterface {
  readonly kind: 'output'
  readonly output: string
  readonly value?: Value
}

/** What crosses the interface of a processor at one moment. */
export type HistoryEvent = Invocation | Response | Output

/** In the order in which they happened; those at one time, too, are in an order. */
export type History = readonly HistoryEvent[]
