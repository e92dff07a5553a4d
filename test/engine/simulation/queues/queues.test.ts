import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildTopology, Random } from '../../../../engine/index.ts'
import { Arrivals } from '../../../../engine/simulation/queues/arrivals.ts'
import { BucketQueue } from '../../../../engine/simulation/queues/bucket-queue.ts'
import type { EventQueue } from '../../../../engine/simulation/queues/event-queue.ts'
import { HeapQueue } from '../../../../engine/simulation/queues/heap-queue.ts'
import { QuaternaryQueue } from '../../../../engine/simulation/queues/quaternary-queue.ts'
import { Outbox } from '../../../../engine/simulation/transit/outbox.ts'
import { Parcels } from '../../../../engine/simulation/transit/parcels.ts'
import fc from '../../../helpers/property.ts'

const queues: Readonly<Record<string, () => EventQueue>> = {
  'heap-js': () => new HeapQueue(),
  quaternary: () => new QuaternaryQueue(),
  bucket: () => new BucketQueue(),
}

const graph = buildTopology('ring', { n: 3, stream: new Random(1, 2, 3, 4), readFile: () => '' })

/** Puts a message into an outbox. */
function add(outbox: Outbox, time: number, receiver: number, parcel: number): void {
  outbox.reserve(1)
  outbox.arrivals[outbox.length] = time
  outbox.receivers[outbox.length] = receiver
  outbox.parcels[outbox.length++] = parcel
}

/** The next event of a queue: its time, receiver and parcel; null if there is none. */
function next(queue: EventQueue): [number, number, number] | null {
  const event = queue.pop()
  if (event < 0) return null
  const { times, words } = queue.events
  return [times[2 * event]!, words[4 * event + 2]!, words[4 * event + 3]!]
}

/** What an adversary does: enter some events, each so long after now, then take some out, perhaps all of each instant. */
type Step = { readonly delays: readonly number[]; readonly pops: number; readonly together: boolean }

/** Runs the steps on a queue and on a plain list that is searched for the earliest, first-entered event. */
function assertExact(queue: EventQueue, steps: readonly Step[]): void {
  const list: { time: number; id: number }[] = []
  let now = 0
  let entered = 0
  const popBoth = (): void => {
    let earliest = 0
    for (let i = 1; i < list.length; i++) if (list[i]!.time < list[earliest]!.time) earliest = i
    const [expected] = list.splice(earliest, 1)
    const popped = next(queue)
    if (expected === undefined) return assert.equal(popped, null)
    assert.deepEqual(popped, [expected.time, expected.id, 7 * expected.id])
    now = expected.time
    assert.equal(
      queue.nextTime === now,
      list.some(({ time }) => time === now),
    )
  }
  const popAllOfNow = (): void => {
    const expected = list.filter(({ time }) => time === now).map(({ id }) => id)
    for (const id of expected)
      list.splice(
        list.findIndex((event) => event.id === id),
        1,
      )
    const arrivals = new Arrivals({ graph, parcels: new Parcels(graph.degreeMax) })
    queue.popAll(now, arrivals)
    assert.deepEqual([...arrivals.receivers.subarray(0, arrivals.length)], expected)
    assert.equal(queue.size, list.length)
  }
  for (const { delays, pops, together } of steps) {
    const outbox = new Outbox()
    for (const delay of delays) {
      const id = entered++
      list.push({ time: now + delay, id })
      add(outbox, now + delay, id, 7 * id)
    }
    queue.enter(outbox)
    assert.equal(queue.size, list.length)
    for (let i = 0; i < pops; i++) {
      popBoth()
      if (together) popAllOfNow()
    }
  }
  while (list.length > 0) popBoth()
  assert.equal(queue.pop(), -1)
}

const delay = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true }),
  fc.constantFrom(1, 0.5, 2 ** -10, 1 - 2 ** -53, 3 * 2 ** -10, 2 ** -53),
  fc.integer({ min: 1, max: 4096 }).map((k) => k / 1024),
  fc.double({ min: 0, max: 1e-9, noNaN: true, minExcluded: true }),
  fc.constantFrom(Number.MIN_VALUE, 1e-300, 1e6, 1e12, 1e17, 1e100, 1e160),
)
const steps = fc.array(
  fc.record({ delays: fc.array(delay, { maxLength: 60 }), pops: fc.nat(60), together: fc.boolean() }),
  {
    maxLength: 12,
  },
)

for (const [name, create] of Object.entries(queues)) {
  test(`${name}: events leave by time, equal times in the order of entry, whatever the adversary enters`, () => {
    fc.assert(
      fc.property(steps, (all) => assertExact(create(), all)),
      { numRuns: 300, seed: 1 },
    )
  })

  test(`${name}: an empty queue has no next event`, () => {
    const queue = create()
    assert.equal(queue.pop(), -1)
    assert.equal(queue.nextTime, Number.POSITIVE_INFINITY)
    assert.equal(queue.size, 0)
  })
}

/** Pops one event and enters one, `steps` times, from a queue filled with `size`; the delays come from a rule. */
function heldModel(
  create: () => EventQueue,
  size: number,
  steps: number,
  delayOf: (i: number) => number,
): Float64Array {
  const queue = create()
  const trace = new Float64Array(2 * steps)
  const outbox = new Outbox()
  for (let i = 0; i < size; i++) add(outbox, delayOf(i), i, 0)
  queue.enter(outbox)
  for (let i = 0; i < steps; i++) {
    const [time, receiver] = next(queue)!
    trace[2 * i] = time
    trace[2 * i + 1] = receiver
    outbox.length = 0
    add(outbox, time + delayOf(size + i), size + i, 0)
    queue.enter(outbox)
  }
  return trace
}

/** A fixed sequence of fractions that fills [0, 1) evenly. */
const fraction = (i: number): number => (i * 0.6180339887498949) % 1

const spreads: Readonly<Record<string, (i: number) => number>> = {
  'uniform delays': (i) => 1 - fraction(i),
  'equal delays': () => 1,
  'delays far below the width of a bucket': (i) => (1 - fraction(i)) * 1e-7,
  'delays far beyond the ring': (i) => (1 - fraction(i)) * 1e5,
  'a few huge delays among small ones': (i) => (i % 1000 === 0 ? 1e9 : 1 - fraction(i)),
  'bursts of two scales': (i) => (1 - fraction(i)) * (Math.floor(i / 5000) % 2 === 0 ? 1 : 1e-6),
}

for (const [name, delayOf] of Object.entries(spreads))
  test(`the three queues agree on 60,000 events in flight with ${name}, though the buckets change their width`, () => {
    const [expected, ...others] = Object.values(queues).map((create) =>
      heldModel(create, 20_000, 40_000, delayOf),
    )
    for (const trace of others) assert.deepEqual(trace, expected)
  })

test('bucket: many events after a very long delay leave in order', () => {
  const delays = Array.from({ length: 3000 }, (_, i) => ((7919 * i) % 3001) / 3001)
  const far = { delays: [1e30], pops: 1, together: false }
  const near = { delays, pops: 10, together: false }
  for (const long of [1e11, 1e15, 1e30])
    assertExact(new BucketQueue(), [near, { ...far, delays: [long] }, { ...far, pops: 3000 }, near, near])
})
