import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
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
  const draw = await admissibleHere(['draw', file])
  assert.equal(draw.code, 2)
  assert.match(draw.stderr, /can be verified only/)
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
