import assert from 'node:assert/strict'
import type { Algorithm, AnyAlgorithm } from '../../engine/index.ts'
import { runPrepared } from '../../experiments/cell/run-prepared.ts'
import { CellRunner } from '../../reports/page/replay/cell-runner.ts'
import { builder, cellWith } from './travel-cells.ts'

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

/** Runs it as the page does, and checks that its row is that of a sweep. */
export function tokenRunner(fifth: () => void, messages: number): CellRunner {
  const context = { experiment: 'sample', budget: { messages } }
  const algorithm = token(fifth) as AnyAlgorithm
  const prepare = () => builder.prepare(algorithm, cell)
  const runner = new CellRunner(algorithm, cell, { ...context, prepare })
  assert.deepEqual(runner.original.row, runPrepared(algorithm, cell, prepare, context))
  return runner
}
