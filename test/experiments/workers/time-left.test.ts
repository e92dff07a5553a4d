import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Cell, Streams } from '../../../engine/index.ts'
import { Schedule } from '../../../experiments/workers/schedule.ts'

/** Cells of one kind, their estimated work and how long they really take, by size. */
interface Kind {
  readonly name: string
  readonly evidence?: 'searched' | 'exact'
  readonly sizes: readonly number[]
  readonly replicates: number
  readonly work: (n: number) => number
  readonly ms: (n: number) => number
}

const doubling = (from: number, to: number): number[] => (from > to ? [] : [from, ...doubling(2 * from, to)])

/** A sweep on some workers that take these times, with noise; how wrong the estimate was, at worst, after 5% of the time. */
function worstError(kinds: readonly Kind[], workers: number): number {
  const random = new Streams(7).stream('noise')
  const jobs = kinds.flatMap(({ name, evidence, sizes, replicates, work, ms }) =>
    sizes.flatMap((n) =>
      Array.from({ length: replicates }, (_, replicate) => ({
        cell: {
          ...{ algorithm: name, topology: 'ring', timing: 'asynchronous', n, seed: replicate },
          ...(evidence && { evidence }),
        } as unknown as Cell,
        work: work(n),
        // A cell takes a millisecond of its own, and up to a fifth more or less than its like.
        ms: 1 + 40 * ms(n) * (0.8 + 0.4 * random.uniform()),
      })),
    ),
  )
  let now = 0
  const schedule = new Schedule(
    { cell: (index) => jobs[index]!.cell, work: (index) => jobs[index]!.work },
    [...jobs.keys()],
    () => now,
  )
  const told: { readonly at: number; readonly seconds: number }[] = []
  const queues = Array.from({ length: workers }, () => ({ free: 0, indices: [] as number[] }))
  for (;;) {
    for (const queue of queues)
      if (queue.indices.length === 0) {
        queue.indices = schedule.next(workers).map(({ index }) => index)
        if (queue.indices.length > 0) queue.free = now + jobs[queue.indices[0]!]!.ms
      }
    const busy = queues.filter(({ indices }) => indices.length > 0)
    if (busy.length === 0) break
    const next = busy.reduce((a, b) => (b.free < a.free ? b : a))
    now = next.free
    const index = next.indices.shift()!
    schedule.finished(index, jobs[index]!.ms)
    if (next.indices.length > 0) next.free = now + jobs[next.indices[0]!]!.ms
    told.push({ at: now, seconds: schedule.left(workers).seconds })
  }
  const end = now
  const checked = told.filter(({ at }) => at >= 0.05 * end && at <= 0.95 * end)
  assert.ok(checked.length > 5, `${checked.length} estimates`)
  return Math.max(...checked.map(({ at, seconds }) => Math.abs(Math.log(seconds / ((end - at) / 1000)))))
}

const factorThree = Math.log(3)

/** In none of them one cell takes most of the time: how long such a cell takes is known when it ends, and not before. */
const sweeps: Readonly<Record<string, readonly Kind[]>> = {
  'costs that grow as they are estimated': [
    { name: 'a', sizes: doubling(16, 4096), replicates: 20, work: (n) => 3 * n, ms: (n) => n / 100 },
  ],
  'a bound of n² for what takes n log n': [
    {
      name: 'a',
      sizes: doubling(16, 4096),
      replicates: 10,
      work: (n) => n * n,
      ms: (n) => (n * Math.log2(n)) / 300,
    },
    { name: 'b', sizes: doubling(16, 4096), replicates: 10, work: (n) => 3 * n, ms: (n) => n / 50 },
  ],
  'costs that grow much faster than they are estimated': [
    { name: 'a', sizes: doubling(16, 2048), replicates: 40, work: (n) => 3 * n, ms: (n) => n ** 1.8 / 2000 },
    { name: 'b', sizes: doubling(16, 2048), replicates: 40, work: (n) => 3 * n, ms: (n) => n / 200 },
  ],
  'one replicate of each size': ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].flatMap((name): Kind[] => [
    { name, sizes: doubling(16, 65_536), replicates: 1, work: (n) => 3 * n, ms: (n) => n ** 1.3 / 500 },
    {
      ...{ name: `${name}${name}`, sizes: doubling(16, 65_536), replicates: 1 },
      work: (n) => n * n,
      ms: (n) => (n * Math.log2(n)) / 100,
    },
  ]),
  // Schedules are estimated as 2 to the power of the messages, up to a million; there are far fewer.
  'worst cases of which the estimate is a thousand times too large': [
    { name: 'a', sizes: doubling(8, 64), replicates: 10, work: (n) => 3 * n, ms: (n) => n / 100 },
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((name, i): Kind[] => [
      {
        ...{ name, evidence: 'exact', sizes: [3, 4, 5, 6], replicates: 1 },
        work: (n) => 10 * 2 ** Math.min(20, n * (2 + (i % 3))),
        ms: (n) => (10 ** n / 1000) * (1 + (i % 3)),
      },
      {
        ...{ name, evidence: 'searched', sizes: doubling(8, 64), replicates: 1 },
        work: (n) => 4000 * n * (1 + i),
        ms: (n) => n * 3 * (1 + (i % 4)),
      },
    ]),
  ],
}

for (const [name, kinds] of Object.entries(sweeps))
  for (const workers of [1, 2, 8])
    test(`the time left is never off by more than a factor of three after 5%: ${name}, ${workers} workers`, () => {
      const error = worstError(kinds, workers)
      assert.ok(error <= factorThree, `off by a factor of ${Math.exp(error).toFixed(1)}`)
    })
