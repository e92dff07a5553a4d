import type { Cell } from '../cell.ts'
import type { Channel, Claim, Crossing, Detected, Measure, Message, Outcome } from '../model/index.ts'
import type { Orientation } from '../topology/graph.ts'

/**
 * The lines of a recorded execution, as docs/execution-format.md describes them: one header, one line for each
 * computation event, in the order of time and at equal times of processors, and one end.
 */
export const executionFormat = 'admissible-execution/1'

/** The first line, the network aside: what ran, on what. Enough to check the execution, given the algorithm. */
export interface Header {
  readonly format: typeof executionFormat
  /** The algorithm's name. */
  readonly algorithm: string
  /** The user's module that has it; null for the catalogue's. */
  readonly module: string | null
  /** The users' modules that have the families of the cell's specs. Absent: there are none. */
  readonly families?: readonly string[]
  readonly timing: 'synchronous' | 'asynchronous'
  /** No message may take longer; null where delays are unbounded. */
  readonly delay_max: number | null
  /** Every message takes exactly one unit of time. */
  readonly unit_delays: boolean
  /** Channels deliver in the order of sending. */
  readonly fifo: boolean
  /** What the coins of the processors are derived from. */
  readonly seed: number
  /** The rule for the clocks of the processors, which derive from the seed. Absent: there are none. */
  readonly clocks?: string
  /** What fails, as a spec; which processors may, and which of them are Byzantine. Absent: nothing does, nobody. */
  readonly faults?: string
  readonly may_fail?: readonly number[]
  readonly liars?: readonly number[]
  /** What the processors were to be asked for, on which claims may depend. Absent: nothing, or nobody knows. */
  readonly workload?: string
  readonly instance: RecordedInstance
  /** The cell that was run, so that it can be run again; null where there was none. */
  readonly cell: Cell | null
}

/** A header with the network in it. */
export interface FullHeader extends Header {
  /** For each processor, the neighbours in the order of its channels; null: as the cell says. */
  readonly neighbors: readonly (readonly number[])[] | null
}

/** The instance of a recorded execution. Lists are by processor. */
export interface RecordedInstance {
  readonly n: number
  /** What the numbers of the channels mean. */
  readonly orientation: Orientation
  readonly root: number
  readonly ids: readonly number[]
  readonly values: readonly number[]
  /** Further inputs by name. Absent: none. */
  readonly fields?: Readonly<Record<string, readonly number[]>>
  /** By channel {p, q}, p < q, in the order of p, then of q. Absent: channels have none, or those that the cell says. */
  readonly weights?: readonly number[]
  /** What processors know of all delays: none is below the first nor above the second. Absent: they know nothing. */
  readonly delay_bounds?: readonly [number, number]
  /** How many may fail, as the algorithm is told. Absent: none. */
  readonly f?: number
  /** When each wakes by itself; null: never. */
  readonly wake_times: readonly (number | null)[]
  /** The rule by which identifiers were assigned, on which claims may depend. */
  readonly identifiers: string
}

/** One message sent, in a computation event: on which channel, what, and when it is delivered. */
export interface RecordedSending {
  readonly channel: Channel
  readonly message: Message
  /** In the synchronous model the next round. */
  readonly arrival: number
}

/** A message that an event sends and that does not get through. */
export interface RecordedStray {
  /** Which one of those that the algorithm sends in the event. */
  readonly index: number
  readonly channel: Channel
  readonly message: Message
  /** It was never sent; or its channel lost it; or its receiver did. */
  readonly fate: 'omitted' | 'lost' | 'unheard'
}

/** A computation event. */
export interface RecordedEvent {
  readonly time: number
  readonly processor: number
  /** The processor wakes by itself. */
  readonly wakes: boolean
  /** The numbers of the messages processed, in order. Messages are numbered 0, 1, 2 … in the order of sending. */
  readonly processed: readonly number[]
  readonly sent: readonly RecordedSending[]
  /** The timers that go off, in order. Absent: none. */
  readonly timeouts?: readonly string[]
  /** What its failure detector says. Absent: it does not ask. */
  readonly detected?: Detected
  /** What crosses the interface of the processor, in order. Absent: nothing. */
  readonly crossings?: readonly Crossing[]
  /** What does not get through. Absent: nothing. */
  readonly strays?: readonly RecordedStray[]
  /** The last so many messages sent are copies that channels make. Absent: none. */
  readonly copies?: number
  /** The processor is Byzantine; what it sends does not count. Absent: it is not. */
  readonly lies?: boolean
  /** This is its last step; or its last before it comes back at the time `back`. Absent: it is not; never. */
  readonly crashes?: boolean
  readonly back?: number
  /** The processor comes back after a crash. Absent: it does not. */
  readonly recovers?: boolean
  /** The processor enters a terminated state. */
  readonly terminates: boolean
}

/** The last line: how the execution ended and what it cost. */
export interface End {
  readonly outcome: Outcome['kind']
  /** The property that is violated. Absent: none, or the file does not say which. */
  readonly property?: string
  /** Why it ended so, where that needs words; else null. */
  readonly detail: string | null
  /** Computation events. */
  readonly events: number
  readonly messages: number
  /** When the last message was processed, in units of `time_unit`. */
  readonly time: number
  readonly time_unit: number
  readonly delay_max: number
  /** Null where the file does not state them. */
  readonly claims: readonly RecordedClaim[] | null
}

/** A claim that applies to the run, and whether it held. */
export interface RecordedClaim {
  readonly measure: Measure
  readonly kind: Claim['kind']
  readonly formula: string
  readonly value: number | null
  readonly measured: number
  readonly verdict: 'held' | 'violated' | 'not checked'
}

/** Contents are numbered anew after so many, so that neither a writer nor a reader has to keep more. */
export const contentsMax = 65_536
