import type { Call, Detected } from '../model/index.ts'

/**
 * comp(i): processor i processes all that is in its inbufs, by its transition function, and puts what it sends into
 * its outbufs. Attiya & Welch, section 2.1.1.
 */
export interface Computation {
  readonly kind: 'comp'
  readonly processor: number
  /** In this event the processor wakes by itself. */
  readonly wakes: boolean
  /** The number of the round in a synchronous system; null in an asynchronous one. */
  readonly round: number | null
  /** What its clock shows, and which of its timers are due. Absent: it has none. */
  readonly clock?: number | undefined
  readonly due?: readonly string[]
  /** What its failure detector says. Absent: it has none. */
  readonly detected?: Detected
  /** The processor crashes: this is its last step, or its last before it comes back at a time. */
  readonly last?: boolean
  readonly back?: number
  /** The processor, which has crashed, comes back. */
  readonly recovers?: boolean
  /** The processor is Byzantine, and what it sends does not count. */
  readonly lies?: boolean
  /** What the processor is asked for in this event. Absent: nothing. */
  readonly asks?: readonly Call[]
}

/** del(i, j, m): message m moves from an outbuf of i to the inbuf of j at the other end of the channel. */
export interface Delivery {
  readonly kind: 'del'
  readonly sender: number
  readonly receiver: number
  /** The number of the message. */
  readonly message: number
}

/**
 * What faults do to a message in an outbuf, right after the event that put it there. `omitted`: its sender, which fails in
 * this, never sent it. `lost`: it is gone; `unheard`: likewise, by a failure of its receiver. `copied`: there is a second
 * one like it. `missed`: its receiver is down as it would process it, so it is gone; this comes later.
 */
export interface Mishap {
  readonly kind: 'omitted' | 'lost' | 'unheard' | 'copied' | 'missed'
  readonly sender: number
  readonly receiver: number
  /** The number of the message. */
  readonly message: number
}

/** An event of an execution. Attiya & Welch, section 2.1.1. */
export type Event = Computation | Delivery | Mishap

/** A schedule: the sequence of events of an execution. */
export type Schedule = readonly Event[]

/** The event as the book writes it. */
export function describeEvent(event: Event): string {
  if (event.kind === 'comp') return `comp(${event.processor})`
  if (event.kind !== 'del') return `${event.kind}(${event.sender}, ${event.receiver}, m_${event.message})`
  return `del(${event.sender}, ${event.receiver}, m_${event.message})`
}
