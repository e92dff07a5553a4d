import type { Absorber } from '../transit/absorber.ts'
import type { Outbox } from '../transit/outbox.ts'
import type { Arrivals } from './arrivals.ts'
import type { EventRecords } from './event-records.ts'

/**
 * Everything in transit, in the order of arrival. What arrives at the same time leaves in the order in which it entered.
 *
 * An event is three numbers: a time, the processor that receives something then, and the parcel with the message. The
 * queue stores them in typed arrays (`events`) and gives events out as numbers of places there, so that no object is
 * made for an event.
 */
export interface EventQueue {
  /** How many events are in the queue. */
  readonly size: number
  /** Where `pop` leaves the events that it takes out. */
  readonly events: EventRecords
  /**
   * When the next event happens. Infinity if there is none, and perhaps also if it would take work to find out. After a
   * `pop`, the time is certain as long as another event of the same instant is left.
   */
  readonly nextTime: number
  /**
   * Whether this queue wants all messages, even those to terminated processors. A reference queue does: faster ways are
   * judged by it, so it takes none of them.
   */
  readonly takesAll: boolean
  /** If there is one, the queue may give it messages to terminated processors as soon as it finds them. */
  absorber: Absorber | null
  /**
   * Enters the parcels of an outbox, from the first to the last. All times of arrival are finite, and none is before the
   * time of the last event popped.
   */
  enter(sent: Outbox): void
  /**
   * Takes the next event out. Returns its place in `events`, or −1 if there is none. What stands there holds until another
   * event enters or leaves.
   */
  pop(): number
  /** Takes out all other events of the same time as the last one popped, and adds them to `into`. */
  popAll(time: number, into: Arrivals): void
  /**
   * Writes the receivers of the events that come next into the array, as many as are known without work. Returns how many.
   */
  upcoming(receivers: Uint32Array): number
}
