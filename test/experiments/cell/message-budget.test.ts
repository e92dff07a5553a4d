import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, atMost, exactly, expected, order } from '../../../engine/index.ts'
import { messageBudget } from '../../../experiments/cell/message-budget.ts'
import { CellBuilder, readFile } from '../../../experiments/index.ts'
import { cellWith } from '../../helpers/travel-cells.ts'

const cell = cellWith({ n: 5 })

test('the budget of messages is four times the largest claim from above, and 1000', () => {
  const budget = (claims: NonNullable<AnyAlgorithm['claims']>) => {
    const algorithm = { ...flooding, claims } as AnyAlgorithm
    return messageBudget(algorithm, new CellBuilder(readFile).prepare(algorithm, cell).setting)
  }
  assert.equal(budget({ messages: [exactly('n'), atMost('n^2'), expected('n^3')] }), 4 * 25 + 1000)
  assert.equal(budget({ messages: order('n'), time: atMost('n') }), 200_000_000)
  assert.equal(budget({}), 200_000_000)
})
