/**
 * The vocabulary of the model: processors, channels, messages, algorithms, outcomes.
 *
 * After Attiya & Welch, *Distributed Computing*, 2nd edition, chapter 2. This file imports nothing;
 * everything else in the engine speaks its words.
 */

/** A channel in its processor's own numbering, 0 … degree − 1. */
export type Channel = number

/** On an oriented ring: the channel to the clockwise neighbour, p_(i+1 mod n). */
export const LEFT: Channel = 0
/** On an oriented ring: the channel to the counter-clockwise neighbour, p_(i−1 mod n). */
export const RIGHT: Channel = 1

/** Messages are plain data, told apart by their type, and never changed once sent. */
export interface Message {
  readonly type: string
}

/** What a handler may do in a computation event. Valid only while the handler runs. */
export interface Processor<M extends Message = Message> {
  /** The number of incident channels. */
  readonly degree: number
  /** Puts `message` into the outbuf of `channel`; throws if the processor has no such channel. */
  send(channel: Channel, message: M): void
  sendToAll(message: M): void
  sendToAllExcept(channel: Channel, message: M): void
  /** Enters a terminated state: once the handler returns, the state never changes and nothing is sent. */
  terminate(): void
  /** A fair draw from [0, 1), from this processor's own stream. Needs `requires: { coins: true }`. */
  random(): number
}

/**
 * Everything a processor can be told before it starts. All but `value` must be asked for in `requires`;
 * reading what was not asked for throws.
 */
export interface Knowledge {
  /** This processor's input, an integer. */
  readonly value: number
  /** Whether this processor is the distinguished one. Granted by `root`. */
  readonly isRoot: boolean
  /** This processor's identifier, a non-negative integer, distinct from all others. Granted by `identifiers`. */
  readonly id: number
  /** The number of processors. Granted by `size`. */
  readonly n: number
  /** The diameter of the network. Granted by `diameter`. */
  readonly diameter: number
  /** The channel to the parent in a given rooted spanning tree, null at the root. Granted by `spanningTree`. */
  readonly parent: Channel | null
  /** The channels to the children in the same tree. Granted by `spanningTree`. */
  readonly children: readonly Channel[]
}

/** Which requirement grants which piece of knowledge. */
export interface Granting {
  readonly isRoot: 'root'
  readonly id: 'identifiers'
  readonly n: 'size'
  readonly diameter: 'diameter'
  readonly parent: 'spanningTree'
  readonly children: 'spanningTree'
}

/** The shapes of network that an algorithm can insist on. */
export type Shape = 'ring' | 'tree' | 'complete'

/** What an algorithm needs of the system in order to be correct. A run in which a need is not met is refused. */
export interface Requirements {
  readonly root?: true
  readonly identifiers?: true
  readonly size?: true
  readonly diameter?: true
  readonly spanningTree?: true
  /** Only networks of this shape. */
  readonly shape?: Shape
  /** Channels are numbered consistently: on a ring 0 leads clockwise and 1 counter-clockwise. */
  readonly orientation?: true
  /** Channels deliver in the order of sending. The engine then provides it. */
  readonly fifo?: true
  /** Processors flip coins. */
  readonly coins?: true
  /** Correct only in the synchronous model. */
  readonly synchronous?: true
  /** Who has to wake by itself; with `root` required, at least the root. */
  readonly initiators?: 'all'
}

/** The requirements that an input type `I` makes necessary. */
export type RequiredBy<I> = Requirements & {
  readonly [K in keyof I & keyof Granting as Granting[K]]: true
}

/** A handler; written as a method type so that an algorithm of one message type is an `AnyAlgorithm`. */
type Handler<S, M extends Message, Received extends Message> = {
  handle(p: Processor<M>, state: S, message: Received, from: Channel): void
}['handle']

/** One message waiting in an inbuf, in the round-driven style. */
export interface Received<M extends Message = Message> {
  readonly message: M
  readonly from: Channel
}

interface AlgorithmBase<S extends object, M extends Message, I, R> {
  /** Kebab-case, unique in the catalogue. */
  readonly name: string
  /** What people call it, in charts and tables; the name if absent. */
  readonly title?: string
  /** One sentence on what it does. */
  readonly summary?: string
  /** Where it comes from: book section, algorithm number, paper. */
  readonly source?: string
  readonly requires: R
  /** True if every processor comes to a terminated state in every admissible execution. */
  readonly terminates: boolean
  /**
   * What a sleeping processor does when a message reaches it before it has woken by itself: it `starts` (its
   * start handler runs first, in the same event) or only `joins` (its start handler never runs). Default: starts.
   */
  readonly wokenByMessage?: 'starts' | 'joins'
  /** The initial state. Plain data, so that it can be cloned, compared and hashed; all states of one shape. */
  initially(input: I): S
  /** The first computation event of a processor that wakes by itself. */
  uponStart?(p: Processor<M>, state: S): void
  /** The size of each type of message in bits; without it `bits` is not measured. */
  readonly bits?: { readonly [T in M['type']]: (sizes: BitSizes) => number }
  /** The theorems about its cost; the first that applies to a run is the one its row shows. */
  readonly claims?: Claims
  /** What every execution must satisfy (safety) and come to (liveness). */
  readonly properties?: Readonly<Record<string, Property<S>>>
  /** Extra columns of the results: figures read off the final configuration. */
  readonly columns?: Readonly<Record<string, Column<S>>>
  /** The identifiers known to be hardest, by processor, for `ids=worst`. On a ring, processors stand clockwise. */
  worstIdentifiers?(n: number): ArrayLike<number>
  /** The identifiers known to be easiest, for `ids=best`. */
  bestIdentifiers?(n: number): ArrayLike<number>
  /** The delays known to be hardest on an instance, for the delay `worst`; one adversary for each execution. */
  worstDelays?(instance: Instance): Adversary<S, M>
}

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
  readonly configuration: Configuration<S>
  /** Whether a processor has woken, by itself or by a message. */
  awake(processor: number): boolean
}

/** Chooses the delay of each message as it is sent, in (0, 1]; it may remember what it was asked before. */
export interface Adversary<S extends object = object, M extends Message = Message> {
  delay(departure: Departure<S, M>): number
}

/** The sizes in bits that the declared size of a message may depend on. */
export interface BitSizes {
  /** A count from 0 to n. */
  readonly count: number
  /** The largest identifier of the instance. */
  readonly identifier: number
  /** The largest input value of the instance. */
  readonly value: number
}

/** Runs asynchronously and, unchanged, in rounds. A message type without a handler does not compile. */
export interface MessageDriven<S extends object, M extends Message, I, R = RequiredBy<I>>
  extends AlgorithmBase<S, M, I, R> {
  readonly uponReceiving: {
    readonly [T in M['type']]: Handler<S, M, Extract<M, { readonly type: T }>>
  }
  readonly uponRound?: never
}

/** Runs in rounds: everything sent in one round is in the inboxes of the next. */
export interface RoundDriven<S extends object, M extends Message, I, R = RequiredBy<I>>
  extends AlgorithmBase<S, M, I, R> {
  uponRound(p: Processor<M>, state: S, inbox: readonly Received<M>[]): void
  readonly uponReceiving?: never
}

export type Algorithm<S extends object, M extends Message, I> = MessageDriven<S, M, I> | RoundDriven<S, M, I>

/** An algorithm whose types are not known, as the engine runs it. */
export type AnyAlgorithm =
  | MessageDriven<object, Message, Knowledge, Requirements>
  | RoundDriven<object, Message, Knowledge, Requirements>

/** The network as properties and claims see it. A channel joins two processors; each numbers it for itself. */
export interface Network {
  readonly n: number
  /** The number of channels. */
  readonly m: number
  degree(processor: number): number
  /** The processor at the other end. */
  neighbor(processor: number, channel: Channel): number
}

/** One concrete problem to run on: everything but the algorithm and the timing. Arrays are by processor. */
export interface Instance {
  readonly network: Network
  readonly root: number
  readonly ids: ArrayLike<number>
  readonly values: ArrayLike<number>
  /** When each wakes by itself; Infinity if only a message wakes it. The earliest is 0. */
  readonly wakeTimes: ArrayLike<number>
  /** The largest distance from the root. */
  readonly eccentricity: number
  /** The largest distance between two processors; null where it would take too long to find exactly. */
  readonly diameter: number | null
}

/** The states of all processors at one moment. */
export interface Configuration<S extends object = object> {
  readonly instance: Instance
  readonly states: readonly S[]
  terminated(processor: number): boolean
}

/** True, or the reason why not. */
export type Finding = true | string

/** A safety condition is checked in every configuration asked for, a liveness condition in the final one. */
export interface Property<S extends object = object> {
  readonly kind: 'safety' | 'liveness'
  check(configuration: Configuration<S>): Finding
}

export interface Column<S extends object = object> {
  readonly description: string
  read(final: Configuration<S>): number | string | boolean
}

/** What the engine measures and a theorem can speak of. */
export type Measure = 'messages' | 'time' | 'bits' | `messages:${string}`

/** The circumstances of a run, as far as a theorem may depend on them. */
export interface Setting {
  readonly instance: Instance
  readonly timing: 'synchronous' | 'asynchronous'
  /** Every message takes exactly one unit of time: rounds, or a constant delay. */
  readonly unitDelays: boolean
  /** The rule by which identifiers were assigned: random, ascending, … */
  readonly identifiers: string
}

/** A restriction under which a theorem holds. */
export interface Condition {
  readonly text: string
  holds(setting: Setting): boolean
}

/** A quantity of the instance that is not among the standard variables of formulas. */
export interface Quantity {
  readonly description: string
  value(instance: Instance): number
}

/**
 * A theorem about a cost. `exactly`, `at most` and `at least` are checked on every run to which they apply;
 * `expected` is about a mean and `order` about growth, so they are drawn and tested over many runs.
 */
export interface Claim {
  readonly kind: 'exactly' | 'at most' | 'at least' | 'expected' | 'order'
  readonly over: 'every execution' | 'worst case' | 'expectation'
  /** An expression in n, m, D, ecc, h, k, w and the quantities in `where`; see the formula language. */
  readonly formula: string
  readonly when?: Condition
  readonly where?: Readonly<Record<string, Quantity>>
  readonly source?: string
}

export type Claims = { readonly [M in Measure]?: Claim | readonly Claim[] }

/** How an execution ended. */
export type Outcome =
  /** Every processor is in a terminated state and nothing is in transit. */
  | { readonly kind: 'terminated' }
  /** Nothing is in transit, and some processor has not terminated. */
  | { readonly kind: 'quiescent' }
  /** The limit on messages or time was reached first. */
  | { readonly kind: 'budget'; readonly reason: string }
  /** A property failed. */
  | { readonly kind: 'violated'; readonly property: string; readonly reason: string }
  /** The algorithm threw, or did what the model does not allow. */
  | { readonly kind: 'failed'; readonly processor: number; readonly event: string; readonly reason: string }

/** What the engine measured in one execution. */
export interface Measures {
  readonly messages: number
  /** By type, in order of the first of each type sent. */
  readonly messagesByType: Readonly<Record<string, number>>
  /** Null where the algorithm does not declare the sizes of its messages. */
  readonly bits: number | null
  /**
   * When the last message was processed: the number of the round, or the time in units of the largest delay
   * that is possible (observed, where delays are unbounded).
   */
  readonly time: number
  /** The largest delay observed, before scaling. */
  readonly delayMax: number
  /** What times were divided by: 1, or the largest delay observed, where delays are unbounded. */
  readonly timeUnit: number
  /** Computation events; those of terminated processors, who only take what still reaches them, do not count. */
  readonly compEvents: number
  /** The most messages that one processor sent. */
  readonly sentMax: number
}

export interface Execution<S extends object = object> {
  readonly outcome: Outcome
  readonly measures: Measures
  readonly final: Configuration<S>
}
