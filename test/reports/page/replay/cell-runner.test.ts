import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellOf, type Row } from '../../../../experiments/cell/row.ts'
import { runCell } from '../../../../experiments/cell/run-cell.ts'
import type { Edit } from '../../../../reports/page/replay/edits.ts'
import {
  Conditions,
  eventsBy,
  inTransit,
  progress,
  timeAfter,
} from '../../../../reports/page/replay/moment.ts'
import type { Run } from '../../../../reports/page/replay/run.ts'
import fc from '../../../helpers/property.ts'
import { algorithmNamed, builder, cellWith, runnerOf } from '../../../helpers/travel-cells.ts'
import { verifiedRun } from '../../../helpers/travel-records.ts'

const edit = (from: number, to: number, delay: number, nth = 1): Edit => ({ from, to, nth, delay })
const costs = ({ row }: Run) => ({ messages: row.messages, time: row.time })

test('on a ring of four with unit delays, flooding is done at time 3; with p0 → p1 in half the time at 2.5', () => {
  // By hand: p0 sends to p1 and p3 at 0; both send on to p2 at 1; p2 hears both at 2 and, by the first, sends one
  // more, which arrives at 3. Messages: 2·4 − 3 = 5. If p0 → p1 takes 0.5, then p1 sends at 0.5, p2 hears it at 1.5
  // and sends to p3, where it arrives at 2.5; p3, who heard of it at 1, has sent to p2, where that arrives at 2.
  const runner = runnerOf()
  assert.deepEqual(costs(runner.original), { messages: 5, time: 3 })
  assert.deepEqual(costs(runner.run([edit(0, 1, 0.5)])), { messages: 5, time: 2.5 })
  // The other way round as well: both are slow to p2, who hears first of p1 at 1.25 and sends to p3: 2.25.
  const both = [edit(0, 1, 0.25), edit(0, 3, 0.5)]
  assert.deepEqual(costs(runner.run(both)), { messages: 5, time: 2.25 })
})

test('on a path of three, the time of flooding is the sum of the two delays', () => {
  const runner = runnerOf({ topology: 'path', n: 3 })
  assert.deepEqual(costs(runner.original), { messages: 2, time: 2 })
  assert.deepEqual(costs(runner.run([edit(1, 2, 0.25)])), { messages: 2, time: 1.25 })
  assert.deepEqual(costs(runner.run([edit(0, 1, 0.5), edit(1, 2, 0.25)])), { messages: 2, time: 0.75 })
})

const algorithmsAndNetworks = [
  ['flooding', 'gnp:degree=4', 24],
  ['echo', 'torus', 16],
  ['bfs-relax', 'grid', 20],
  ['dfs-tree-root', 'random-tree', 15],
  ['lcr', 'ring', 12],
  ['hirschberg-sinclair', 'ring', 16],
  ['complete-async-capture', 'complete', 8],
  ['spanning-tree-flood', 'hypercube', 16],
] as const
const delayFamilies = [
  'constant',
  'uniform',
  'exponential',
  'per-link',
  'stepped',
  'pareto',
  'last-in-first-out',
]

/** A run as the sweep would have it. */
const sweepRow = (row: Row): Row =>
  runCell(algorithmNamed(row.algorithm), cellOf(row), { experiment: 'sample', budget: {}, builder })

const cells = fc
  .record({
    what: fc.constantFrom(...algorithmsAndNetworks),
    delay: fc.constantFrom(...delayFamilies),
    seed: fc.nat(2 ** 20),
    synchronous: fc.boolean(),
  })
  .map(({ what: [algorithm, topology, n], delay, seed, synchronous }) =>
    cellWith({
      ...{ algorithm, topology, n, seed },
      inputs: 'random',
      timing: synchronous ? 'synchronous' : 'asynchronous',
      delay: synchronous ? null : delay,
    }),
  )

test('what the page runs is the row that the sweep wrote, to the last digit, whatever the delays', () => {
  fc.assert(
    fc.property(cells, (cell) => {
      const { row } = runnerOf(cell).original
      assert.deepEqual(row, sweepRow(row))
    }),
    { numRuns: 80 },
  )
})

/** Some messages of the run with other delays. */
const edits = (run: Run, picks: readonly { readonly at: number; readonly delay: number }[]): Edit[] =>
  picks.map(({ at, delay }) => {
    const { from, to, nth } = run.messages[Math.floor(at * run.messages.length)]!
    return { from, to, nth, delay }
  })

const picks = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    delay: fc.double({ min: 0.01, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 3 },
)

test('every run, edited or not, is an admissible execution, as its record proves; an edited one names no cell', () => {
  fc.assert(
    fc.property(cells, picks, (cell, picked) => {
      const runner = runnerOf(cell)
      const run = runner.run(cell.timing === 'synchronous' ? [] : edits(runner.original, picked))
      const { ok, first_error, header } = verifiedRun(run)
      assert.deepEqual(first_error, null)
      assert.ok(ok)
      assert.equal(header.cell === null, run !== runner.original)
    }),
    { numRuns: 60 },
  )
})

test('a message whose delay is edited has that delay; all others of the original keep theirs', () => {
  fc.assert(
    fc.property(cells, picks, (cell, picked) => {
      fc.pre(cell.timing === 'asynchronous')
      const runner = runnerOf(cell)
      const changes = edits(runner.original, picked)
      const { messages, unit, longest } = runner.run(changes)
      const key = ({ from, to, nth }: Omit<Edit, 'delay'>) => `${from} ${to} ${nth}`
      const scale = runner.original.unit / unit
      const before = new Map(runner.original.messages.map((message) => [key(message), message.delay * scale]))
      for (const change of changes) before.set(key(change), Math.min(change.delay, longest) * scale)
      for (const message of messages) {
        const expected = before.get(key(message))
        if (expected !== undefined) assert.ok(Math.abs(message.delay - expected) <= 1e-12 * expected)
      }
    }),
    { numRuns: 60 },
  )
})

test('an edit of the same delay changes nothing that is measured', () => {
  fc.assert(
    fc.property(cells, fc.double({ min: 0, max: 0.999, noNaN: true }), (cell, at) => {
      fc.pre(cell.timing === 'asynchronous' && cell.delay !== 'exponential' && cell.delay !== 'pareto')
      const runner = runnerOf(cell)
      const { from, to, nth, delay } =
        runner.original.messages[Math.floor(at * runner.original.messages.length)]!
      assert.deepEqual(costs(runner.run([{ from, to, nth, delay }])), costs(runner.original))
    }),
    { numRuns: 40 },
  )
})

test('an edit of a message that is never sent changes nothing', () => {
  const runner = runnerOf({ delay: 'uniform' })
  for (const nowhere of [edit(0, 1, 0.5, 99), edit(0, 2, 0.5), edit(77, 0, 0.5)])
    assert.deepEqual(costs(runner.run([nowhere])), costs(runner.original))
})

test('at every moment, what is in transit is what was sent and not processed', () => {
  fc.assert(
    fc.property(cells, (cell) => {
      const run = runnerOf(cell).original
      const waiting = new Set<number>()
      const conditions = new Conditions(run)
      for (const [i, { received, firstSent, sent, processor, condition }] of run.events.entries()) {
        assert.deepEqual(
          inTransit(run, i).map(({ id }) => id),
          [...waiting].sort((a, b) => a - b),
        )
        for (const id of received) assert.ok(waiting.delete(id))
        for (let id = firstSent; id < firstSent + sent; id++) waiting.add(id)
        conditions.moveTo(i + 1)
        assert.equal(conditions.of[processor], condition)
      }
      assert.equal(waiting.size, 0)
    }),
    { numRuns: 30 },
  )
})

test('back and forth in time leads to the same moment', () => {
  const run = runnerOf({ algorithm: 'bfs-relax', topology: 'grid', n: 20, delay: 'uniform' }).original
  const [there, direct] = [new Conditions(run), new Conditions(run)]
  for (const done of [5, 30, 12, 0, 17]) there.moveTo(done)
  direct.moveTo(17)
  assert.deepEqual(there.of, direct.of)
  for (let done = 1; done <= run.events.length; done++) assert.ok(eventsBy(run, timeAfter(run, done)) >= done)
  assert.equal(timeAfter(run, 0), 0)
})

test('a message has come no way when it is sent and all the way when it arrives', () => {
  const [message] = runnerOf().original.messages
  assert.deepEqual(
    [-1, 0, 0.25, 1, 9].map((time) => progress(message!, time)),
    [0, 0, 0.25, 1, 1],
  )
})
