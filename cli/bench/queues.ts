import { BucketQueue, type EventQueue, HeapQueue, QuaternaryQueue } from '../../engine/index.ts'

/** Makes an empty queue, which may set room aside for so many events. */
export type QueueMaker = (expected: number) => EventQueue

/** The queue that all ratios refer to. */
export const referenceQueue = 'heap-js'

/** The event queues compared, by name. */
export const queues: Readonly<Record<string, QueueMaker>> = {
  [referenceQueue]: () => new HeapQueue(),
  '4-ary heap': () => new QuaternaryQueue(),
  buckets: (expected) => new BucketQueue(expected),
}
