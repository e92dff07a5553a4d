import type { Channel, DetectorClass } from '../model/index.ts'
import type { Liar } from './liar.ts'

/**
 * What becomes of a message of a step: it is sent; it is `omitted`, so it was never sent, by a sender that fails in this;
 * it is sent and `lost` on its channel; `unheard`, lost by a receiver that fails in this; or it arrives `twice`.
 */
export type Fate = 'sent' | 'omitted' | 'lost' | 'unheard' | 'twice'

/** How a processor crashes. */
export interface Crash {
  /** Its first step at this time or later is its last. */
  readonly time: number
  /** Whether such a step is the one, to be asked once at the end of each. Absent: the first of them is. */
  isDue?(): boolean
  /** Whether a message of its last step to this receiver is sent; asked once for each, in the order of sending. */
  reaches(receiver: number): boolean
}

/** How a processor crashes that comes back. */
export interface Outage extends Crash {
  /** How long after its last step it comes back; in rounds, after how many. */
  readonly down: number
}

/** What failure detectors get wrong, as far as their class allows it. To be asked in the order of time. */
export interface Suspicion {
  /** The class that they are of; undefined: the one that the algorithm requires. */
  readonly class?: DetectorClass | undefined
  /** When mistakes are over, of classes of which they must be. */
  readonly until: number
  /** All processors: the first that is up leads, and the first that does not fail is trusted. Empty: as they are numbered. */
  readonly order: readonly number[]
  /** How long after a crash a processor notices it, by its channel to whoever crashes. */
  latency(processor: number, channel: Channel): number
  /** Whether a processor is wrong about a neighbour, and whom it takes for the leader; null: who is it. */
  errs(processor: number, channel: Channel, now: number): boolean
  misleads(processor: number, now: number): number | null
}

/**
 * What one kind of faults does in one execution. All its choices come from streams of its own, in the order in which it
 * is asked, so that the same questions have the same answers.
 */
export interface Fault {
  readonly crashes?: ReadonlyMap<number, Crash>
  /** The crashes after which processors come back, of each in the order of time. Whoever comes back is not faulty. */
  readonly outages?: ReadonlyMap<number, readonly Outage[]>
  /** Byzantine processors, each with what it does instead of what the algorithm says. */
  readonly liars?: ReadonlyMap<number, Liar>
  /** The state in which a processor begins, made of its initial one. */
  corrupts?(processor: number, initial: object): object
  /** Processors that fail in nothing but the messages that they omit or do not hear. */
  readonly careless?: ReadonlySet<number>
  /** What failure detectors get wrong. */
  readonly suspicion?: Suspicion
  /** What becomes of a message; null if this fault leaves it alone. Asked once for each, in the order of sending. */
  strikes?(sender: number, receiver: number, time: number): Exclude<Fate, 'sent'> | null
}
