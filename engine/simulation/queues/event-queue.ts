import type { Absorber } from '../transit/absorber.ts'
import type { Outbox } from '../transit/outbox.ts'
import type { Arrivals } from './arrivals.ts'
import type { EventRecords } from './event-records.ts'

/**
 * The messages in transit, ordered by time of arrival; equal times leave in the order in which they entered.
 *
 * An event is three numbers (time, receiving processor, and the parcel that it receives) that stand in `events`; nothing is
 * allocated per event.
 */
export interface EventQueue {
  readonly size: number
  readonly events: EventRecords
  /**
   * When the next event happens; Infinity if there is none, or if to know it takes work. It takes none after a `pop`
   * as long as any event of the same instant is left.
   */
  readonly nextTime: number
  /** Whether all messages must pass through the queue: it is a reference, by which is judged what spares others some. */
  readonly takesAll: boolean
  /** If there is one, the queue may give it messages to terminated processors as soon as it comes upon them. */
  absorber: Absorber | null
  /**
   * Enters the parcels of an outbox, first to last. No arrival is before the time of the last event popped, and all are
   * finite.
   */
  enter(sent: Outbox): void
  /** Takes the next event out: where it stands in `events` until another enters or leaves; −1 if there is none. */
  pop(): number
  /** Takes out all further events at that time, that of the last event popped. */
  popAll(time: number, into: Arrivals): void
  /** Fills the array with the receivers of the events that follow, as far as they are known without work; how many. */
  upcoming(receivers: Uint32Array): number
}
