import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bfsRelax, dfsTreeNoRoot, flooding, spanningTreeFlood } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, buildTopology, ComputedInstance, Streams } from '../../../engine/index.ts'
import { Machine } from '../../../engine/simulation/machine/machine.ts'
import type { Key } from '../../../engine/worst-case/schedule-view.ts'
import type { WakePlan } from '../../../engine/worst-case/scheduled.ts'
import { ScheduledLoop } from '../../../engine/worst-case/scheduled-loop.ts'
import fc from '../../helpers/property.ts'

function machineOf(algorithm: AnyAlgorithm, topology: string, n: number): Machine {
  const stream = new Streams(1).stream('topology')
  const problem = new ComputedInstance(buildTopology(topology, { n, stream, readFile: () => '' }))
  const machine = new Machine(algorithm, problem, new Streams(0))
  machine.initialize()
  return machine
}

function prepare(algorithm: AnyAlgorithm, topology: string, n: number, key: Key) {
  const machine = machineOf(algorithm, topology, n)
  const steps: [number, number][] = []
  const loop = new ScheduledLoop(algorithm, machine, key, (...[processor, message]) =>
    steps.push([processor, message]),
  )
  return { machine, loop, steps }
}

const fromRoot: WakePlan = { initiators: [0], when: 'at zero' }
const firstSent: Key = (_, message) => message
const lastSent: Key = (_, message) => -message

test('in the order of sending, a flooded ring of five is quiet at time three', () => {
  // By hand: 2·5 − 4 = 6 messages, and the waves cross on the far channel at time 3.
  const { loop, machine } = prepare(flooding, 'ring', 5, firstSent)
  assert.deepEqual(loop.run(fromRoot, 100), { finished: true, time: 3 })
  assert.equal(machine.messages, 6)
})

test('if the last sent goes first, one wave runs round the ring while the other waits, and all is over at time one', () => {
  // Both messages of the root are due at 1. Before the one that waits is processed, the wave of the other runs round to
  // the root, so nothing of it can be later than 1.
  const { loop, steps } = prepare(flooding, 'ring', 5, lastSent)
  assert.deepEqual(loop.run(fromRoot, 100), { finished: true, time: 1 })
  assert.deepEqual(
    steps.map(([processor]) => processor),
    [0, 4, 3, 2, 1, 0, 1],
  )
})

test('looking one step ahead says exactly what will be sent', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<AnyAlgorithm>(bfsRelax, dfsTreeNoRoot, flooding),
      fc.integer({ min: 3, max: 8 }),
      (algorithm, n) => {
        const machine = machineOf(algorithm, 'lollipop', n)
        let foreseen: number | null = null
        let before = 0
        const compare = () => {
          if (foreseen !== null) assert.equal(machine.messages - before, foreseen)
        }
        const look: Key = (view, message) => view.sendsUpon(message) * 2 ** 20 - message
        const loop = new ScheduledLoop(algorithm, machine, look, (_, message) => {
          compare()
          before = machine.messages
          foreseen = message < 0 ? null : loop.sendsUpon(message)
        })
        assert.ok(loop.run({ initiators: [0], when: 'at zero' }, 100_000).finished)
        compare()
      },
    ),
  )
})

test('whoever waits for a message to come wakes just before it, and those whom none reaches wake when all is quiet', () => {
  const { loop, steps } = prepare(dfsTreeNoRoot, 'path', 3, firstSent)
  loop.run({ initiators: [0, 1, 2], when: 'before a message' }, 100)
  // p_0 sends message 0 to p_1, who wakes before it arrives; with the larger identifier, it does not answer.
  assert.deepEqual(steps.slice(0, 3), [
    [0, -1],
    [1, -1],
    [1, 0],
  ])
  const silent: AnyAlgorithm = { ...flooding, uponStart: () => {} }
  const quiet = prepare(silent, 'path', 3, firstSent)
  quiet.loop.run({ initiators: [2, 0, 1], when: 'when quiet' }, 100)
  assert.deepEqual(quiet.steps, [
    [2, -1],
    [0, -1],
    [1, -1],
  ])
})

test('where channels are first in, first out, even the last sent waits for those before it on its channel', () => {
  const { loop, steps } = prepare(spanningTreeFlood, 'complete', 6, lastSent)
  loop.run(fromRoot, 1000)
  const latest = new Map<number, number>()
  for (const [, message] of steps.filter(([, message]) => message >= 0)) {
    const slot = loop.slotOf(message)
    assert.ok(message > (latest.get(slot) ?? -1), `message ${message}`)
    latest.set(slot, message)
  }
  // 2(2m − n + 1) with m = 15.
  assert.equal(steps.length - 1, 50)
})

test('an execution that sends more messages than allowed is cut off', () => {
  const { loop, machine } = prepare(flooding, 'complete', 9, firstSent)
  assert.equal(loop.run(fromRoot, 20).finished, false)
  assert.ok(machine.messages > 20)
})
