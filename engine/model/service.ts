import type { History, HistoryEvent, Value } from './history.ts'
import type { Network } from './network.ts'
import type { Finding } from './property.ts'

/** What a service says of one of its operations. */
export interface Operation {
  readonly summary: string
  /**
   * The operation that its processor is asked for next, once what this one gave has been held for a while, as `release`
   * follows `acquire`. It is asked for in no other place, and the two are completed together.
   */
  readonly followedBy?: string
  /** What it is asked with, unless the workload says otherwise; absent: nothing. */
  readonly argument?: ArgumentKind
  /** True where operations are told apart by what they are asked with, so that no two may be asked with the same. */
  readonly toldApart?: true
  /** Who is asked for it, if not all: the root, or all but the root. */
  readonly only?: 'root' | 'others'
  /** True of what is done as soon as it is asked, such as a broadcast: it is not answered. */
  readonly unanswered?: true
}

/**
 * What operations are asked with: numbers from 1 on of which no two in an execution are the same, a bit by chance, the
 * input of the processor, some of the channels of the processor by chance (a list of at least one, if it has any), or a
 * number from 0 by chance that is below another one.
 */
export type ArgumentKind = 'distinct' | 'bit' | 'input' | 'channels' | { readonly below: number }

/** How things stand between a processor and those who use it. */
export interface Standing {
  /** The operation that it has not answered yet. */
  readonly pending: string | null
  /** The operation that must come next, as `release` after `acquire`. */
  readonly next: string | null
  /** What it was asked for the operation before that with; absent: nothing. */
  readonly held?: Value
}

/** What the histories of a service must satisfy. */
export interface HistoryProperty {
  /** Safety holds of every prefix of a history, liveness of one whose execution has ended. */
  readonly kind: 'safety' | 'liveness'
  /**
   * `n` is the number of processors; of a history from elsewhere, nobody may know the `network`. `fails` says who has failed;
   * absent: nobody.
   */
  check(history: History, n: number, network?: Network, fails?: (processor: number) => boolean): Finding
  /**
   * The incremental form of a safety property: a function that is told each event and says what it has made of a history
   * that was right before. It finds what `check` finds, and needs no history.
   */
  follow?(n: number, network?: Network): (event: HistoryEvent) => Finding
  /**
   * The same of a safety property that is about single moments: whether processors may stand like this, given by
   * processor. Exploration then need not tell histories apart.
   */
  standing?(standings: readonly Standing[], network?: Network): Finding
}

/**
 * What processors are asked for and answer: operations, outputs, and what is required of their histories. Between
 * invocations and responses, a processor has one operation at a time.
 */
export interface Service {
  /** Kebab-case. */
  readonly name: string
  readonly summary: string
  readonly operations: Readonly<Record<string, Operation>>
  /** What processors give without being asked, with `p.output(name, value)`. */
  readonly outputs?: readonly string[]
  /** The usual workload, as a spec. */
  readonly workload: string
  /** That every operation is answered is required of all services and not listed. */
  readonly properties: Readonly<Record<string, HistoryProperty>>
  /** One processor at a time is to be between the response of the first and the invocation of the second. */
  readonly critical?: { readonly enter: string; readonly leave: string }
  /** What the operation is asked with comes out at every processor, as the `value` of what the output gives. */
  readonly spread?: { readonly operation: string; readonly output: string }
}

/** A service whose operations are known to the compiler: `O` has what each is asked with, by name. */
export type ServiceOf<O extends object> = Service & {
  readonly operations: { readonly [K in keyof O]: Operation }
}
