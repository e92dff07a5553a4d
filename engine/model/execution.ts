import type { ConfigurationView } from './configuration.ts'

/** How an execution ended. */
export type Outcome =
  /** Every processor is in a terminated state and nothing is in transit. */
  | { readonly kind: 'terminated' }
  /** Nothing is in transit, and some processor has not terminated. */
  | { readonly kind: 'quiescent' }
  /** The limit on messages or time was reached first. */
  | { readonly kind: 'budget'; readonly reason: string }
  | Violated
  | Failed

/** A property failed. */
export interface Violated {
  readonly kind: 'violated'
  readonly property: string
  readonly reason: string
  /** The execution was cut short there: after “comp(3) at 1.5”, or in the initial configuration. */
  readonly where?: string
}

/** The algorithm threw, or did what the model does not allow. */
export interface Failed {
  readonly kind: 'failed'
  /** Null if a property threw. */
  readonly processor: number | null
  readonly event: string
  readonly reason: string
  /** Where it threw, as file:///…:line, if it is known. */
  readonly place?: string
}

/** When processors made a mark: the first time that the first of them did, and the last. */
export interface MarkTimes {
  readonly first: number
  readonly last: number
  /**
   * In partial synchrony, how long after delays are bounded the last of them did, in units of that bound; 0 if it was before.
   * Absent elsewhere.
   */
  readonly afterGst?: number
}

/** What the operations of an execution cost, in the units of `time`. */
export interface OperationMeasures {
  /** How many were completed; what follows another one, as a release does, is completed with it. */
  readonly completed: number
  /** The largest and the mean time from invocation to response, of all that follow no other; null if none was answered. */
  readonly response: number | null
  readonly responseMean: number | null
  /** How many were completed in a unit of time, until the last response or output; null if there was none. */
  readonly throughput: number | null
  /** By operation, the largest such time; those of which none was answered are absent. */
  readonly responses: Readonly<Record<string, number>>
  /** The most times that another processor entered while one waited; null unless the service has a critical section. */
  readonly bypass: number | null
  /** The largest time from a release to the next entry while somebody waits; null if nobody ever waited then. */
  readonly syncDelay: number | null
  /** The largest time from a broadcast to a delivery of it; null if nothing was delivered, or nothing is broadcast. */
  readonly delivery: number | null
  /** The mean time from a broadcast until it has been delivered everywhere; null likewise. */
  readonly deliveryMean: number | null
}

/** What the engine measured in one execution. */
export interface Measures {
  readonly messages: number
  /** By type, in order of the first of each type sent. */
  readonly messagesByType: Readonly<Record<string, number>>
  /** Null where the algorithm does not declare the sizes of its messages. */
  readonly bits: number | null
  /** The size of the largest message in bits; null as `bits` is. */
  readonly bitsMax: number | null
  /**
   * The most bits that one channel carried in one direction in one round; null where there are no rounds, and unless the
   * algorithm claims something of it.
   */
  readonly bitsLoad: number | null
  /**
   * When the last message was processed: the number of the round, or the time in units of the largest delay
   * that is possible (observed, where delays are unbounded).
   */
  readonly time: number
  /** By mark, when it was made, in the units of `time`; those that no processor made are absent. */
  readonly marks: Readonly<Record<string, MarkTimes>>
  /** The largest delay observed, before scaling. */
  readonly delayMax: number
  /** What times were divided by: 1, or the largest delay observed, where delays are unbounded. */
  readonly timeUnit: number
  /** Computation events; those of terminated processors, who only take what still reaches them, do not count. */
  readonly compEvents: number
  /** The processors that woke by themselves: at their own time, before a message woke them. */
  readonly initiators: number
  /** How many processors failed. Absent: there were no faults. */
  readonly faulty?: number
  /** The most messages that one processor sent. */
  readonly sentMax: number
  /** Absent where the algorithm offers no service. */
  readonly operations?: OperationMeasures
}

/** What was the largest so far when it was sent: a message, or what a channel carried in one direction in one round. */
export interface Peak {
  readonly bits: number
  /** The type of the message, for a load of the last of its messages. */
  readonly type: string
  /** Absent where all messages of a type are of one size. */
  readonly sender?: number
  readonly receiver?: number
  readonly round?: number
}

/** How many of the events of an execution were followed by a check of every safety property. */
export interface Checked {
  readonly events: number
  readonly of: number
}

/** What is known of an execution once it has ended. */
export interface Execution<S extends object = object> {
  readonly outcome: Outcome
  /** Null if the algorithm has no safety property; absent if it is not known. */
  readonly checked?: Checked | null
  readonly measures: Measures
  readonly final: ConfigurationView<S>
  /** The last round that was carried out, also one in which nobody received anything; absent where there are none. */
  readonly rounds?: number
  /** By measure, in the order of sending, so that the first above any bound is among them. Absent: not known. */
  readonly peaks?: Readonly<Record<'bits:max' | 'bits:load', readonly Peak[]>>
}
