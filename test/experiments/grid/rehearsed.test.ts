import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cell } from '../../../engine/index.ts'
import { rehearsedIn } from '../../../experiments/grid/rehearsed.ts'

const cell = (algorithm: string, n: number, more: Partial<Cell> = {}): Cell => ({
  algorithm,
  timing: 'asynchronous',
  topology: 'ring',
  n,
  delay: 'uniform',
  wakeup: 'all',
  faults: 'none',
  inputs: 'random',
  replicate: 0,
  seed: 1,
  ...more,
})

const indexed = (cells: readonly Cell[]) => cells.map((cell, index) => ({ index, cell }))

test('of each algorithm in each timing, one cell is rehearsed: the first of the smallest size from eight on', () => {
  const cells = indexed([
    cell('a', 4),
    cell('a', 64),
    cell('a', 8),
    cell('a', 8, { replicate: 1 }),
    cell('a', 16, { timing: 'synchronous', delay: null }),
    cell('b', 16),
    cell('b', 8, { evidence: 'exact', delay: null }),
  ])
  assert.deepEqual(rehearsedIn(cells), [2, 4, 5])
})

test('where all are smaller, it is the first of the largest', () => {
  assert.deepEqual(rehearsedIn(indexed([3, 5, 5, 4].map((n) => cell('a', n)))), [1])
})
