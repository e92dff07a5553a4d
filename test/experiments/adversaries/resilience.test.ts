import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eigByzantine } from '../../../algorithms/index.ts'
import { resilienceMap } from '../../../experiments/index.ts'
import { admissibleHere } from '../../helpers/admissible.ts'

const hard = { faults: null, states: 20_000, tries: 300, seed: 1 }

test('the map of FloodSet is safe wherever fewer than all crash', async () => {
  const { cells, faults } = await resilienceMap({
    ...hard,
    algorithm: 'floodset',
    sizes: [2, 3],
    bounds: [1, 2],
  })
  assert.equal(faults, 'crash')
  // With n = 2 and f = 2 there is nothing to map. By hand: 4 (1 + 2·4) = 36 executions of two processors.
  assert.deepEqual(
    cells.map(({ n, f, evidence, executions, broken, costs }) => [n, f, evidence, executions, broken, costs]),
    [
      [2, 1, 'exhaustive', 36, null, { messages: 4, rounds: 2 }],
      [3, 1, 'exhaustive', 200, null, { messages: 12, rounds: 2 }],
      [3, 2, 'exhaustive', 3752, null, { messages: 18, rounds: 3 }],
    ],
  )
})

test('the map of exponential information gathering breaks with three processors and one liar, and has the execution', async () => {
  const { cells } = await resilienceMap({ ...hard, algorithm: 'eig-byzantine', sizes: [3], bounds: [1] })
  const [cell] = cells
  assert.match(cell!.beyond!, /requires n > 3f/)
  assert.equal(cell!.broken!.property, 'agreement')
  const end = JSON.parse(cell!.broken!.lines.join('').trimEnd().split('\n').at(-1)!)
  assert.equal(end.end.outcome, 'violated')
})

test('what is too large to go through is searched, and the map says so', async () => {
  const { cells } = await resilienceMap({
    ...hard,
    states: 5,
    algorithm: 'floodset',
    sizes: [3],
    bounds: [1],
  })
  assert.deepEqual(
    cells.map(({ evidence, executions, broken }) => [evidence, executions, broken]),
    [['searched', 300, null]],
  )
})

test('a liar that has too much to say is no case to go through', () => {
  // In the last of three rounds among seven, it tells everyone 6 · 5 values.
  const ids = [0, 1, 2, 3, 4, 5, 6]
  const about = { n: 7, f: 2, values: [0, 1], liar: 0, receiver: 1, round: 2, liars: [0], ids }
  assert.throws(() => eigByzantine.lies!({ ...about, secrets: new Set<string>() }), /2\^30 things to say/)
})

test('the command line prints a table, and refuses what is no kind of faults that processors have', async () => {
  const { code, stdout } = await admissibleHere(['resilience', 'floodset', '--n', '3', '--f', '1'])
  assert.equal(code, 0)
  assert.match(stdout, /^ {2}f = 1 {2}safe, all 200$/m)
  const refused = await admissibleHere(['resilience', 'floodset', '--faults', 'loss'])
  assert.equal(refused.code, 2)
  assert.match(refused.stderr, /choices are gone through of crash, omission and byzantine/)
  const missing = await admissibleHere(['explore', 'floodset', '--n', '3', '--faults', 'crash:given=1@0'])
  assert.equal(missing.code, 2)
  assert.match(missing.stderr, /leave out given, and say only how many: crash:f=1/)
})
