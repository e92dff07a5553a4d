import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding } from '../../../algorithms/index.ts'
import { holdModel } from '../../../cli/bench/hold.ts'
import { pholdDelays } from '../../../cli/bench/phold.ts'
import { queues } from '../../../cli/bench/queues.ts'
import { workloadNamed, workloads } from '../../../cli/bench/workloads.ts'
import { type EventQueue, HeapQueue, prepareCell, Streams } from '../../../engine/index.ts'

/** The number of messages of a run of each quick workload with each queue. */
const messages = new Map(
  workloads(true).map(({ name, queued, prepare }) => {
    const contestants = queued ? Object.values(queues) : [undefined]
    return [name, contestants.map((create) => prepare(create)()())]
  }),
)

test('every workload sends the same number of messages with every queue', () => {
  for (const [name, [first, ...others]] of messages) {
    assert.ok(first! > 0)
    for (const other of others) assert.equal(other, first, name)
  }
})

test('every run of a workload sends the same number of messages', () => {
  for (const name of ['hold-1024', 'phold-1024', 'flooding-1000']) {
    const prepareRun = workloadNamed(name).prepare(queues.buckets)
    assert.deepEqual([prepareRun()(), prepareRun()()], messages.get(name)!.slice(1), name)
  }
})

test('the workloads are the theorems’: flooding 2m − (n − 1) messages, the worst election n(n + 1)/2 + n', () => {
  const cell = {
    algorithm: 'flooding',
    timing: 'synchronous',
    topology: 'gnp:degree=8',
    n: 1000,
    delay: null,
  } as const
  const rest = { wakeup: 'all', faults: 'none', inputs: 'root=first', replicate: 0, seed: 1 } as const
  const { m } = prepareCell(flooding, { ...cell, ...rest }, () => '').instance.network
  assert.equal(messages.get('flooding-1000')![0], 2 * m - 999)
  assert.equal(messages.get('lcr-1000')![0], (1000 * 1001) / 2 + 1000)
  assert.equal(messages.get('lcr-lockstep-1000')![0], (1000 * 1001) / 2 + 1000)
})

test('flooding sends as much in rounds as with delays', () => {
  assert.equal(messages.get('flooding-rounds-10000')![0], messages.get('flooding-10000')![0])
})

test('PHOLD stops with the first message after every job was sent four times', () => {
  // 1,024 processes with 16 jobs each, sent once at the start and passed on three times.
  assert.equal(messages.get('phold-1024')![0], 1024 * 16 * 4 + 1)
})

test('a run to warm up with is short', () => {
  for (const name of ['phold-1024', 'hold-1024'])
    assert.ok(workloadNamed(name).prepare(queues.buckets)(1000)() <= 16 * 1024 + 1, name)
})

test('the delays of PHOLD are at least the lookahead and 1 on average', () => {
  const delays = pholdDelays(new Streams(7).stream('delays'))
  assert.ok(delays.kind === 'independent')
  const block = new Float64Array(100_000)
  delays.fill(block)
  assert.ok(block.every((delay) => delay >= 0.1))
  // The standard error is 0.9 / √100,000 < 0.003: seven of them.
  const mean = block.reduce((sum, delay) => sum + delay, 0) / block.length
  assert.ok(Math.abs(mean - 1) < 0.02, String(mean))
})

test('the hold model takes the same events out of every queue in the same order, and loses none', () => {
  const expected = popped(new HeapQueue())
  assert.ok(expected.every(([time], i) => i === 0 || time >= expected[i - 1]![0]))
  for (const create of Object.values(queues)) assert.deepEqual(popped(create(100)), expected)
})

/** Time and receiver of 2,000 events that a hold model of 100 events takes out of a queue. */
function popped(queue: EventQueue): [number, number][] {
  const run = holdModel(queue, 100)
  const all: [number, number][] = []
  const pop = queue.pop.bind(queue)
  queue.pop = () => {
    const event = pop()
    all.push([queue.events.times[2 * event]!, queue.events.words[4 * event + 2]!])
    return event
  }
  run(2000)
  assert.equal(queue.size, 100)
  assert.equal(all.length, 2000)
  return all
}
