import type { Adversary } from './adversary.ts'
import type { Channel } from './channel.ts'
import type { Claims } from './claim.ts'
import type { ConfigurationView } from './configuration.ts'
import type { FaultKind, LieContext, SystemSize } from './faults.ts'
import type { Value } from './history.ts'
import type { Instance } from './instance.ts'
import type { DelayBounds, Knowledge, RequiredBy, Requirements } from './knowledge.ts'
import type { Message, Received, SizeOf } from './message.ts'
import type { Processor } from './processor.ts'
import type { Column, Property } from './property.ts'
import type { Service, ServiceOf } from './service.ts'
import type { Stabilisation } from './stabilisation.ts'

/** What a handler returns: nothing. Unlike `void` alone, this does not admit the promise of an async one. */
// biome-ignore lint/suspicious/noConfusingVoidType: it is the union that refuses promises.
type Nothing = void | undefined

/** A handler; written as a method type so that an algorithm of one message type is an `AnyAlgorithm`. */
type Handler<S, M extends Message, Received extends Message> = {
  handle(p: Processor<M>, state: S, message: Received, from: Channel): Nothing
}['handle']

/** What a processor does when a timer goes off. */
type TimeoutHandler<S, M extends Message> = { handle(p: Processor<M>, state: S): Nothing }['handle']

/** What a processor does when it is asked for an operation. */
type InvocationHandler<S, M extends Message, Argument> = {
  handle(p: Processor<M>, state: S, argument: Argument): Nothing
}['handle']

interface AlgorithmBase<S extends object, M extends Message, I, R> {
  /** Kebab-case, unique in the catalogue. */
  readonly name: string
  /** What people call it, in charts and tables; the name if absent. */
  readonly title?: string
  /** One sentence on what it does. */
  readonly summary?: string
  /** Where it comes from: book section, algorithm number, paper. */
  readonly source?: string
  /** What the source leaves open or this does differently, in whole sentences. */
  readonly remarks?: string
  readonly requires: R
  /**
   * The kinds of faults under which it does what it claims, while its resilience holds; what tolerates Byzantine processors
   * tolerates omissions and crashes, too. Default: crashes where it requires a resilience, else none.
   */
  readonly tolerates?: readonly FaultKind[]
  /** True if every processor comes to a terminated state in every admissible execution. */
  readonly terminates: boolean
  /**
   * What a sleeping processor does when a message reaches it before it has woken by itself: it `starts` (its
   * start handler runs first, in the same event) or only `joins` (its start handler never runs). Default: starts.
   */
  readonly wokenByMessage?: 'starts' | 'joins'
  /**
   * What is arranged before an execution begins, such as a partition of the network into clusters: by processor, what it is
   * told as `arranged`. A function of the instance and of the seed of the coins, so that executions stay what they are.
   */
  arrange?(instance: Instance, seed: number): (processor: number) => unknown
  /** The initial state. Plain data, so that it can be cloned, compared and hashed; all states of one shape. */
  initially(input: I): S
  /** The first computation event of a processor that wakes by itself. */
  uponStart?(p: Processor<M>, state: S): Nothing
  /** What of a state is on stable storage: if the processor crashes and comes back, all else is as at first. */
  stable?(state: S): Partial<S>
  /** What a processor does first when it comes back after a crash. */
  uponRecovery?(p: Processor<M>, state: S): Nothing
  /** All messages that there may be in a system, for liars that choose among them. */
  alphabet?(system: SystemSize): readonly M[]
  /**
   * All that a liar may send to one neighbour in one round, each a list of messages, as far as it makes a difference to the
   * neighbour: for exploration, where one message of the alphabet is too little or too much. Default: nothing, or one
   * message of the alphabet.
   */
  lies?(about: LieContext): readonly (readonly M[])[]
  /** What of a message only its author can have written, such as signatures: liars send no others but their own and these. */
  secrets?(message: M): readonly string[]
  /** What it comes to from any states, if it stabilises by itself. */
  readonly stabilises?: Stabilisation<S>
  /** The size of each type of message in bits, or of each message; without it `bits` is not measured. */
  readonly bits?: { readonly [T in M['type']]: SizeOf<Extract<M, { readonly type: T }>> }
  /** What processors come to with `p.mark(…)`; when they do is measured as `time:MARK` and `time-first:MARK`. */
  readonly marks?: readonly string[]
  /** The theorems about its cost; the first that applies to a run is the one its row shows. */
  readonly claims?: Claims
  /** What every execution must satisfy (safety) and come to (liveness). */
  readonly properties?: Readonly<Record<string, Property<S>>>
  /** Extra columns of the results: figures read off the final configuration. */
  readonly columns?: Readonly<Record<string, Column<S>>>
  /**
   * True as soon as what the algorithm was run for has come about, although messages may be in transit: the execution ends
   * with the first moment (a round, or an instant at which something happens) after which it is true. For algorithms that
   * never fall silent. It looks at all states after every such moment. `answered`: of a service, whether everything that its
   * users ask for has been answered, and nothing more will be asked.
   */
  stopWhen?(configuration: ConfigurationView<S>, answered: boolean): boolean
  /** The identifiers known to be hardest, by processor, for `ids=worst`. On a ring, processors stand clockwise. */
  worstIdentifiers?(n: number): ArrayLike<number>
  /** The identifiers known to be easiest, for `ids=best`. */
  bestIdentifiers?(n: number): ArrayLike<number>
  /** The delays within these bounds known to be hardest on an instance, for the delay `worst`; one adversary for each execution. */
  worstDelays?(instance: Instance, bounds: DelayBounds): Adversary<S, M>
}

/** Runs asynchronously and, unchanged, in rounds. A message type without a handler does not compile. */
export interface MessageDriven<S extends object, M extends Message, I, R = RequiredBy<I>>
  extends AlgorithmBase<S, M, I, R> {
  readonly uponReceiving: {
    readonly [T in M['type']]: Handler<S, M, Extract<M, { readonly type: T }>>
  }
  /** What the processors are asked for. */
  readonly service?: Service
  /** By name, what a processor does when one of its timers goes off. */
  readonly uponTimeout?: Readonly<Record<string, TimeoutHandler<S, M>>>
  /** By operation of the service. A processor that sleeps wakes as it is asked, as it would by a message. */
  readonly uponInvoking?: Readonly<Record<string, InvocationHandler<S, M, Value>>>
  readonly uponRound?: never
  readonly waits?: never
}

/** Message-driven, with a service whose operations `O` all have a handler. */
interface Serving<S, M extends Message, O extends object> {
  readonly service: ServiceOf<O>
  readonly uponInvoking: { readonly [K in keyof O]: InvocationHandler<S, M, O[K]> }
}

/** Runs in rounds: everything sent in one round is in the inboxes of the next. */
export interface RoundDriven<S extends object, M extends Message, I, R = RequiredBy<I>>
  extends AlgorithmBase<S, M, I, R> {
  uponRound(p: Processor<M>, state: S, inbox: readonly Received<M>[]): Nothing
  /**
   * Whether a processor that is awake and in this state waits for a round to come, although nothing may arrive in it: while
   * one does, silence does not end the execution. Without it, an algorithm that terminates goes on until all have
   * terminated, and every other ends with the first round in which nothing is in transit.
   */
  waits?(state: S): boolean
  readonly uponReceiving?: never
  readonly service?: never
  readonly uponTimeout?: never
  readonly uponInvoking?: never
}

/**
 * An algorithm with states `S`, messages `M` and inputs `I`, driven by messages or by rounds. With operations `O`, such as
 * `MutualExclusion`, it offers a service; an operation without a handler does not compile.
 */
export type Algorithm<S extends object, M extends Message, I, O extends object = never> = [O] extends [never]
  ? MessageDriven<S, M, I> | RoundDriven<S, M, I>
  : Omit<MessageDriven<S, M, I>, keyof Serving<S, M, O>> & Serving<S, M, O>

/** An algorithm whose types are not known, as the engine runs it. */
export type AnyAlgorithm =
  | MessageDriven<object, Message, Knowledge, Requirements>
  | RoundDriven<object, Message, Knowledge, Requirements>
