import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Algorithm,
  buildTopology,
  ComputedInstance,
  createDelays,
  execute,
} from '../../../../engine/index.ts'
import { Random, Streams } from '../../../../engine/random.ts'
import type { Observer } from '../../../../engine/simulation/machine/observer.ts'
import { HeapQueue } from '../../../../engine/simulation/queues/heap-queue.ts'
import { QuaternaryQueue } from '../../../../engine/simulation/queues/quaternary-queue.ts'

type Message = { readonly type: 'M'; readonly hops: number }
interface State {
  readonly isRoot: boolean
  hops: number
  from: number
}

/** Each processor learns over how many channels the message came that reached it first, and by which channel. */
const firstPath: Algorithm<State, Message, { readonly isRoot: boolean }> = {
  name: 'first-path',
  requires: { root: true },
  terminates: true,
  initially: ({ isRoot }) => ({ isRoot, hops: 0, from: -1 }),
  uponStart(p, state) {
    if (!state.isRoot) return
    p.sendToAll({ type: 'M', hops: 1 })
    p.terminate()
  },
  uponReceiving: {
    M(p, state, { hops }, from) {
      state.hops = hops
      state.from = from
      p.sendToAllExcept(from, { type: 'M', hops: hops + 1 })
      p.terminate()
    },
  },
}

const onlooker: Observer = { begins() {}, wakes() {}, processes() {}, sends() {}, ends() {} }

// 60,000 channels: a bucket holds more than a chunk, and most messages come to those that have terminated.
const network = buildTopology('gnm:degree=40', {
  n: 3000,
  stream: new Streams(1).stream('topology'),
  readFile: () => '',
})
const problem = new ComputedInstance(network, { root: 0 })

for (const spec of [
  'uniform',
  'uniform:min=0.5',
  'bimodal:fast=0.25',
  'per-link:min=0.1',
  'pareto',
  'exponential',
])
  test(`${spec}: who is spared messages to the terminated comes to the same, however full the buckets are`, () => {
    const run = (options: Parameters<typeof execute>[3]) => {
      const delays = createDelays(spec, {
        graph: network,
        stream: new Streams(3).stream('delays'),
        readFile: () => '',
      })
      const { outcome, measures, final } = execute(
        firstPath,
        problem,
        { kind: 'asynchronous', delays },
        options,
      )
      return { outcome, measures, states: final.states }
    }
    // Where someone looks on, each message has its delay drawn, and is in the queue, before anything else happens.
    const all = run({ queue: new HeapQueue(), observer: onlooker })
    assert.equal(all.outcome.kind, 'terminated')
    assert.equal(all.measures.messages, 2 * network.m - (network.n - 1))
    assert.deepEqual(run({}), all)
    assert.deepEqual(run({ queue: new QuaternaryQueue() }), all)
  })

interface Errand {
  sum: number
}

/** The centre of a star sends each leaf a number, and every second leaf answers twice; all others terminate at once. */
const errands: Algorithm<
  Errand,
  { readonly type: 'M'; readonly value: number },
  { readonly isRoot: boolean }
> = {
  name: 'errands',
  requires: { root: true },
  terminates: false,
  wokenByMessage: 'joins',
  initially: ({ isRoot }) => ({ sum: isRoot ? 1 : 0 }),
  uponStart(p, state) {
    if (state.sum === 1) for (let i = p.degree - 1; i >= 0; i--) p.send(i, { type: 'M', value: i })
  },
  uponReceiving: {
    M(p, state, { value }, from) {
      state.sum = (31 * state.sum + value + from) % 1e9
      if (value < 10 ** 6) p.send(from, { type: 'M', value: value + 400_000 })
      if (p.degree === 1 && value % 2 === 1) p.terminate()
    },
  },
}

test('who has terminated before waking by itself does no harm when the buckets change their width', () => {
  // The number of a channel takes 16 bits, so that of 40,000 contents those from 2^15 on are filed.
  const leaves = 40_000
  const star = buildTopology('star', { n: leaves + 1, stream: new Random(1, 2, 3, 4), readFile: () => '' })
  const wakeTimes = Float64Array.from({ length: star.n }, (_, p) => (p > 0 && p <= 100 ? 0.75 : 0))
  const waking = new ComputedInstance(star, { root: 0, wakeTimes })
  const run = (options: Parameters<typeof execute>[3]) => {
    // All leaves answer at time 1/2 and so fast that the answers crowd one bucket.
    let drawn = 0
    const stream = new Random(5, 6, 7, 8)
    const fill = (delays: Float64Array): void => {
      stream.fillPositive(delays)
      for (let i = 0; i < delays.length; i++) delays[i] = drawn++ < leaves ? 0.5 : delays[i]! / 2 ** 16
    }
    const delays = { kind: 'independent', bounded: true, fill } as const
    const { outcome, measures, final } = execute(errands, waking, { kind: 'asynchronous', delays }, options)
    return { outcome, measures, states: final.states }
  }
  const all = run({ queue: new HeapQueue() })
  // Each leaf is sent two numbers and answers the first; half of them also answer the second.
  assert.equal(all.measures.messages, 3.5 * leaves)
  assert.deepEqual(run({}), all)
})
