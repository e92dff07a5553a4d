import type { Call, Measure } from '../../model/index.ts'
import type { Choice, WakeUps } from '../schedules/play.ts'
import type { Finals } from './final-states.ts'

/** How far an exploration goes, and what it asks. */
export interface ExploreOptions {
  /** The most configurations to keep, for messages and once more for time. Default: a million. */
  readonly states?: number
  /** Whether to find the largest time, too; not if wake-ups are chosen. Default: true. */
  readonly time?: boolean
  /** Whether the initiators wake at time 0, or each at any moment, if ever. Default: at zero. */
  readonly wakeUps?: WakeUps
  /** Whether messages whose turn makes no difference are tried in one order only. Default: true. */
  readonly reduce?: boolean
  /** What each processor is asked for, one after the other, at any moments. Default: nothing. */
  readonly calls?: readonly (readonly Call[])[]
  /** Asked every few thousand configurations, with their number. True: stop. */
  readonly stopped?: (states: number) => boolean
}

/** A property that fails, or a handler that throws, and a schedule that leads there. */
export interface FoundViolation {
  /** The name of the property; `termination`, or `failed` if the algorithm throws. */
  readonly property: string
  readonly reason: string
  readonly choices: readonly Choice[]
  /** How many of those who wake at time 0 have woken, if nothing else has happened. */
  readonly woken?: number
}

/** How many messages executions send: the fewest and the most, of all types or of one. */
export interface CountedMessages {
  readonly measure: Extract<Measure, 'messages' | `messages:${string}`>
  /** Only in executions in which so many processors wake by themselves; null: in all. */
  readonly wakers: number | null
  /** Null if no execution came to its end. */
  readonly min: number | null
  readonly max: number
  /** A schedule that sends so many; where the exploration was stopped, perhaps only its beginning. */
  witness(extreme: 'most' | 'least'): readonly Choice[]
}

/** What the executions of an algorithm on an instance have in common, over all schedules. */
export interface Exploration {
  /** Whether all schedules were explored. If not, what is most is a lower estimate, and what is least an upper one. */
  readonly exhausted: boolean
  /** Whether an execution can go on for ever; there is then no most. */
  readonly endless: boolean
  /** Configurations, steps between them, and the most steps of one execution, as far as the reduction kept them. */
  readonly states: number
  readonly transitions: number
  readonly depth: number
  /** `min` is null if no execution came to its end. */
  readonly messages: { readonly min: number | null; readonly max: number }
  /**
   * First all messages, then those of each type, if there are several. Where wake-ups are chosen and a claim depends on
   * how many processors wake by themselves, the same for each such number.
   */
  readonly counts: readonly CountedMessages[]
  /** The largest time, in units of the largest delay, which executions come as close to as one likes. */
  readonly time: { readonly max: number; readonly states: number; readonly exhausted: boolean } | null
  readonly finals: Finals
  /** The first violation found of each property. */
  readonly violations: readonly FoundViolation[]
  /** Schedules that have the extremes; where the exploration was stopped, perhaps only their beginnings. */
  readonly witnesses: {
    readonly messagesMax: readonly Choice[]
    readonly messagesMin: readonly Choice[]
    readonly timeMax: readonly Choice[] | null
  }
}
