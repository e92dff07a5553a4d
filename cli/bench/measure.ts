import { Bench } from 'tinybench'
import { BucketQueue, type EventQueue, HeapQueue, QuaternaryQueue } from '../../engine/index.ts'
import type { Workload } from './workloads.ts'

/** The event queues compared; the first is the reference of all ratios. */
const queues: readonly (readonly [string, () => EventQueue])[] = [
  ['heap-js', () => new HeapQueue()],
  ['4-ary heap', () => new QuaternaryQueue()],
  ['buckets', () => new BucketQueue()],
]

export interface Measurement {
  readonly workload: string
  /** Null where no queue is at work. */
  readonly queue: string | null
  readonly messages: number
  /** The median of the runs. */
  readonly milliseconds: number
  readonly messagesPerSecond: number
  /** Against the reference queue on the same workload, in the same sitting; null where there is none. */
  readonly ratio: number | null
}

/** Times a workload with every queue, in turns, so that all meet the same weather. */
export async function measure(workload: Workload, iterations: number): Promise<Measurement[]> {
  let messages = 0
  const bench = new Bench({
    time: 0,
    iterations,
    warmup: true,
    warmupTime: 0,
    warmupIterations: 1,
    throws: true,
  })
  const contestants = workload.queued ? queues : ([[null, () => undefined]] as const)
  for (const [name, create] of contestants)
    bench.add(name ?? 'rounds', () => void (messages = workload.run(create())), { async: false })
  await bench.run()
  const medians = bench.tasks.map(({ result }) =>
    result.state === 'completed' ? result.latency.p50 : Number.NaN,
  )
  return contestants.map(([queue], i) => ({
    workload: workload.name,
    queue,
    messages,
    milliseconds: medians[i]!,
    messagesPerSecond: (messages / medians[i]!) * 1000,
    ratio: queue === null ? null : medians[0]! / medians[i]!,
  }))
}
