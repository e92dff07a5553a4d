/** The lengths that a ring may have, and about how many events a bucket should hold. */
const [shortest, longest, eventsPerBucket] = [64, 2048, 32] as const

/** How many buckets, a power of two, suit a number of events. */
export function ringLength(events: number): number {
  let length: number = shortest
  while (length < longest && events > eventsPerBucket * length) length *= 2
  return length
}

/** How much the parts of a bucket queue may hold before the number or the width of the buckets is changed. */
export class RingLimits {
  /** All events; those that are too early for the ring; those that are beyond it. */
  size: number
  late = 1024
  far = 1024

  /** For a ring of so many buckets. */
  constructor(length: number) {
    this.size = 2 * eventsPerBucket * length
  }

  /** How many buckets suit a number of events that exceeds the limit; raises the limit. */
  lengthFor(events: number): number {
    const length = ringLength(events)
    this.size = length === longest ? Number.POSITIVE_INFINITY : 2 * eventsPerBucket * length
    return length
  }

  /** After a change: what no width can spread stays in the heaps, without another change until it has doubled. */
  adapt(late: number, far: number): void {
    this.late = Math.max(1024, 2 * late)
    this.far = Math.max(1024, 2 * far)
  }
}
