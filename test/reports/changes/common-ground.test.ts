import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Row } from '../../../experiments/cell/row.ts'
import { commonGround } from '../../../reports/changes/common-ground.ts'

const row = (algorithm: string, delay: string, n: number) => ({ algorithm, delay, n }) as unknown as Row

const grid = ['a', 'b'].flatMap((algorithm) =>
  ['uniform', 'constant'].flatMap((delay) => [8, 16].map((n) => row(algorithm, delay, n))),
)

test('all cells of one delay have that delay in common', () => {
  const some = grid.filter(({ delay }) => delay === 'uniform')
  assert.deepEqual(commonGround(some, grid), { coordinate: 'delay', values: ['uniform'], all: true })
})

test('of one algorithm under one delay, the delay covers them and is not all that they are', () => {
  const some = grid.filter(({ delay, algorithm }) => delay === 'uniform' && algorithm === 'a')
  assert.deepEqual(commonGround(some, grid), { coordinate: 'delay', values: ['uniform'], all: false })
})

test('cells that differ in everything have nothing in common', () => {
  assert.equal(commonGround([grid[0]!, grid.at(-1)!], grid), null)
})
