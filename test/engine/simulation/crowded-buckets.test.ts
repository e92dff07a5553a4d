import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Algorithm, buildTopology, createDelays, execute, Problem } from '../../../engine/index.ts'
import { Streams } from '../../../engine/random.ts'
import { HeapQueue } from '../../../engine/simulation/heap-queue.ts'
import { QuaternaryQueue } from '../../../engine/simulation/quaternary-queue.ts'

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

// 60,000 channels: a bucket holds more than a chunk, and most messages come to those that have terminated.
const network = buildTopology('gnm:degree=40', {
  n: 3000,
  stream: new Streams(1).stream('topology'),
  readFile: () => '',
})
const problem = new Problem(network, { root: 0 })

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
    const all = run({ queue: new HeapQueue() })
    assert.equal(all.outcome.kind, 'terminated')
    assert.equal(all.measures.messages, 2 * network.m - (network.n - 1))
    assert.deepEqual(run({}), all)
    assert.deepEqual(run({ queue: new QuaternaryQueue() }), all)
  })
