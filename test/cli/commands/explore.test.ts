import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

/** One worker unless the words say otherwise: threads take long to start. */
const exploreOn = (...words: string[]) =>
  admissibleHere(['explore', ...words, ...(words.includes('--workers') ? [] : ['--workers', '1'])])

test('the same instances on one worker and on three give the same', async () => {
  const words = ['lcr', '--topology', 'ring', '--n', '4', '--over', 'ids', '--json']
  const [one, three] = [
    await exploreOn(...words, '--workers', '1'),
    await exploreOn(...words, '--workers', '3'),
  ]
  assert.equal(one.code, 0)
  assert.equal(three.stdout, one.stdout)
  const found = JSON.parse(one.stdout)
  // 4!/4 orders; ascending 2n − 1 + n = 11 messages, descending n(n + 1)/2 + n = 14; 2n units of time.
  assert.deepEqual(
    [found.exhausted, found.instances, found.messages, found.time, found.final_configurations],
    [true, 6, { min: 11, max: 14 }, { max: 8 }, 1],
  )
})

test('an execution that comes as close as one likes to the largest time is written, and verify accepts it', async (t) => {
  const file = join(scratch(t), 'echo.execution.jsonl')
  const words = ['echo', '--topology', 'complete', '--n', '4', '--wakeup', 'root']
  const { code, stdout } = await exploreOn(...words, '--record', file, '--extreme', 'time-max')
  assert.equal(code, 0)
  assert.match(stdout, /time at most ecc \+ n = 5: held, ratio 1/)
  const verified = JSON.parse((await admissibleHere(['verify', file, '--json'])).stdout)
  assert.equal(verified.ok, true)
  assert.ok(verified.time > 5 - 1e-5 && verified.time <= 5)
})

test('what the reduction saves is said on request: more than tenfold for flooding on five', async () => {
  const words = ['flooding', '--topology', 'complete', '--n', '5', '--wakeup', 'root', '--no-time']
  const { stdout } = await exploreOn(...words, '--gain', '--json')
  const { states, without_reduction } = JSON.parse(stdout)
  assert.ok(without_reduction.states > 10 * states)
})

test('an exploration that its budget stops gives lower estimates, and exit code 3', async () => {
  const words = ['flooding', '--topology', 'complete', '--n', '6', '--states', '50', '--no-time']
  const { code, stdout } = await exploreOn(...words)
  assert.equal(code, 3)
  assert.match(stdout, /messages +at least \d/)
  assert.match(stdout, /not exhausted +50 configurations/)
})

test('all connected graphs of four, from every root, are explored together', async () => {
  const words = ['flooding', '--n', '4', '--over', 'graphs,root', '--wakeup', 'root', '--values', '0,0,0,0']
  const { code, stdout } = await exploreOn(...words, '--json')
  assert.equal(code, 0)
  const found = JSON.parse(stdout)
  // Trees send n − 1 = 3 messages, the complete graph 2 · 6 − 3 = 9. A path from its end: ecc = 3.
  assert.deepEqual([found.messages, found.time], [{ min: 3, max: 9 }, { max: 3 }])
})

const refused: readonly (readonly [readonly string[], RegExp])[] = [
  [['lcr'], /explore needs --topology/],
  [['lcr', '--topology', 'ring'], /topology ring needs --n/],
  [
    ['lcr', '--topology', 'ring', '--n', '4', '--over', 'idz'],
    /--over has no “idz”; there are graphs, ids, root, ports/,
  ],
  [['bfs-sync', '--topology', 'ring', '--n', '4'], /bfs-sync is written in rounds/],
  [
    ['flooding', '--topology', 'ring', '--n', '4', '--wakeup', 'any'],
    /--wakeup any: flooding needs its root/,
  ],
  [['flooding', '--n', '9', '--over', 'graphs'], /from 1 to 7 can/],
  [['lcr', '--topology', 'ring', '--n', '12', '--over', 'ids'], /479,001,600 instances/],
]

for (const [words, message] of refused)
  test(`explore ${words.join(' ')} is refused in one line`, async () => {
    const { code, stdout, stderr } = await exploreOn(...words)
    assert.deepEqual([code, stdout], [2, ''])
    assert.match(stderr, message)
    assert.equal(stderr.trim().split('\n').length, 1)
  })
