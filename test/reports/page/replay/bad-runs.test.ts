import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Algorithm, AnyAlgorithm } from '../../../../engine/index.ts'
import { runPrepared } from '../../../../experiments/cell/run-prepared.ts'
import { CellRunner } from '../../../../reports/page/replay/cell-runner.ts'
import { builder, cellWith } from '../../../helpers/travel-cells.ts'

type Token = { readonly type: 'token'; readonly hops: number }

/** A token goes round the ring for ever; what happens at its fifth hop is what a test is about. */
const token = (fifth: () => void): Algorithm<{ seen: boolean }, Token, { readonly isRoot: boolean }> => ({
  name: 'token',
  requires: { root: true, orientation: true, shape: 'ring' },
  terminates: false,
  initially: ({ isRoot }) => ({ seen: isRoot }),
  uponStart: (p, state) => {
    if (state.seen) p.send(0, { type: 'token', hops: 1 })
  },
  uponReceiving: {
    token(p, state, { hops }) {
      state.seen = true
      if (hops === 5) fifth()
      p.send(0, { type: 'token', hops: hops + 1 })
    },
  },
})

const cell = cellWith({ algorithm: 'token', n: 7, delay: 'uniform' })

function runnerOf(fifth: () => void, messages = 20): CellRunner {
  const context = { experiment: 'sample', budget: { messages } }
  const algorithm = token(fifth) as AnyAlgorithm
  const prepare = () => builder.prepare(algorithm, cell)
  const runner = new CellRunner(algorithm, cell, { ...context, prepare })
  assert.deepEqual(runner.original.row, runPrepared(algorithm, cell, prepare, context))
  return runner
}

test('a run in which the algorithm throws is shown up to there', () => {
  const { row, events, messages } = runnerOf(() => {
    throw new Error('enough')
  }).original
  assert.equal(row.outcome, 'failed')
  assert.match(row.detail!, /enough/)
  // Seven wake up and four pass it on; the fifth message arrives, but nobody is told of it.
  assert.deepEqual([events.length, messages.length], [11, 5])
})

test('a run that is stopped is shown up to there, and so is one with other delays', () => {
  const runner = runnerOf(() => undefined)
  assert.equal(runner.original.row.outcome, 'budget')
  const { from, to, nth } = runner.original.messages[2]!
  const edited = runner.run([{ from, to, nth, delay: 1 }])
  assert.equal(edited.row.outcome, 'budget')
  assert.equal(edited.messages.length, runner.original.messages.length)
})
