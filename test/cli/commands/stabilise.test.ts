import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const stabilise = (...words: string[]) => admissibleHere(['stabilise', ...words])

test('all executions, from all configurations: the theorem is reached, and verify accepts the execution', async (t) => {
  const file = join(scratch(t), 'worst.execution.jsonl')
  const { code, stdout } = await stabilise('dijkstra-k-state', '--n', '4', '--record', file)
  assert.equal(code, 0)
  assert.match(stdout, /convergence +always\n +closure +always\n +most steps +13, from/)
  assert.match(stdout, /steps at most 3n\(n − 1\)\/2 − n − 1 = 13: held, and reached/)
  const verified = await admissibleHere(['verify', file])
  assert.equal(verified.code, 0)
  assert.match(verified.stdout, /a configuration is legitimate after 13 steps/)
})

test('too few states: nothing is promised, and the steps that go on for ever are shown', async (t) => {
  const file = join(scratch(t), 'never.execution.jsonl')
  const words = ['dijkstra-k-state', '--n', '4', '--k', '2', '--daemon', 'central', '--record', file]
  const { code, stdout } = await stabilise(...words)
  assert.equal(code, 0)
  assert.match(stdout, /convergence +not from [01 ]+: these steps can be repeated for ever/)
  assert.match((await admissibleHere(['verify', file])).stdout, /the last \d+ steps are repeated for ever/)
  const shrink = await admissibleHere(['shrink', file])
  assert.equal(shrink.code, 2)
  assert.match(shrink.stderr, /can be verified, replayed and drawn only/)
})

test('a record is replayed step by step, and drawn', async (t) => {
  const file = join(scratch(t), 'worst.execution.jsonl')
  await stabilise('dijkstra-k-state', '--n', '3', '--daemon', 'central', '--record', file)
  const { code, stdout } = await admissibleHere(['replay', file, '--trace', '--from', '1'])
  assert.equal(code, 0)
  // Two steps are the most of three processors with three states; the first configuration is left out.
  assert.match(stdout, /^ {4}1 {2}p_\d: \d → \d .*\n {4}2 {2}p_\d: \d → \d .*; legitimate\n.*the same again/)
  const picture = file.replace('.execution.jsonl', '.svg')
  assert.equal((await admissibleHere(['draw', file])).stdout, `${picture}\n`)
  assert.match(readFileSync(picture, 'utf8'), /legitimate after 2 steps/)
  const odd = await admissibleHere(['draw', file, '--format', 'shiviz'])
  assert.equal(odd.code, 2)
  assert.match(
    odd.stderr,
    /of an execution of a self-stabilising algorithm it must be one of svg, png, pdf, csv/,
  )
  assert.match((await admissibleHere(['draw', file, '--from', '9'])).stderr, /has no such steps/)
})

test('a record that is not true is drawn up to where it is wrong, and the exit code is 1', async (t) => {
  const file = join(scratch(t), 'wrong.execution.jsonl')
  await stabilise('dijkstra-k-state', '--n', '3', '--daemon', 'central', '--record', file)
  const lines = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, lines.with(2, '{"moves":[]}').join('\n'))
  const { code, stderr } = await admissibleHere(['draw', file])
  assert.equal(code, 1)
  assert.match(stderr, /is drawn only up to line 3: the daemon central does not let 0 of/)
})

test('one run, as its seed says', async () => {
  const words = [
    'stabilising-mis',
    '--n',
    '20',
    '--topology',
    'gnp:degree=4',
    '--daemon',
    'central',
    '--run',
    '--json',
  ]
  const [one, again] = [await stabilise(...words), await stabilise(...words)]
  assert.equal(one.code, 0)
  assert.equal(one.stdout, again.stdout)
  const { outcome, moves, claims } = JSON.parse(one.stdout)
  assert.equal(outcome, 'stabilised')
  assert.ok(moves <= 40 && claims[0].verdict === 'held')
})

test('an algorithm of the user’s that does not stabilise is told of, and the exit code is 1', async (t) => {
  const path = join(scratch(t), 'mine.ts')
  writeFileSync(
    path,
    `import { dijkstraKState } from 'admissible/algorithms'
    export const mine = { ...dijkstraKState, name: 'two-states', values: () => 2 }`,
  )
  const file = join(scratch(t), 'mine.execution.jsonl')
  const { code, stdout } = await stabilise(path, '--n', '4', '--record', file)
  assert.equal(code, 1)
  assert.match(stdout, /two-states: all executions of 4 processors with 2 states each, distributed daemon/)
  assert.equal((await admissibleHere(['verify', file])).code, 2)
  assert.equal((await admissibleHere(['verify', file, '--allow', path])).code, 0)
})

const refusals: readonly (readonly [string, RegExp])[] = [
  ['lcr --n 4', /lcr is no self-stabilising algorithm; there are dijkstra-k-state/],
  ['dijkstra-k-sate --n 4', /did you mean .*dijkstra-k-state/],
  ['dijkstra-k-state --n 4 --daemon angel', /unknown daemon “angel”/],
  ['dijkstra-k-state --n 4 --topology star', /runs on a ring, and on no other network/],
  ['dijkstra-three-state --n 2', /works with 3 processors or more, not with 2/],
  ['dijkstra-k-state --n 12', /8916100448256 configurations are more than 20000000; --states allows them/],
]

for (const [line, message] of refusals)
  test(`stabilise ${line}: refused in one line`, async () => {
    const { code, stderr } = await stabilise(...line.split(' '))
    assert.equal(code, 2)
    assert.match(stderr, message)
    assert.equal(stderr.trimEnd().split('\n').length, 1)
  })
