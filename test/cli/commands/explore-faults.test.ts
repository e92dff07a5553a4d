import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const explored = (...words: string[]) => admissibleHere(['explore', ...words, '--timing', 'asynchronous'])

test('all schedules with a liar are explored, and what breaks something is written and verified', async (t) => {
  const file = join(scratch(t), 'doubt.execution.jsonl')
  const words = ['bracha-rb', '--n', '3', '--faults', 'byzantine:f=1', '--beyond']
  const { code, stdout } = await explored(...words, '--record', file)
  assert.equal(code, 1)
  assert.match(stdout, /all schedules with all of these, and all inputs of zeros and ones; complete/)
  assert.match(stdout, /violated totality: /)
  const verified = await admissibleHere(['verify', file])
  assert.deepEqual([verified.code, /totality is violated/.test(verified.stdout)], [0, true])
  const told = JSON.parse((await explored(...words, '--json')).stdout)
  assert.deepEqual(
    [
      told.safe,
      told.exhausted,
      told.timing,
      told.violations.map((one: { property: string }) => property(one)),
    ],
    [false, true, 'asynchronous', ['totality', 'termination']],
  )
})

const property = (one: { property: string }): string => one.property

test('an exploration ends after so many seconds', async () => {
  const words = ['bracha-rb', '--n', '4', '--faults', 'byzantine:f=1', '--states', '2000000000']
  const { code, stdout } = await explored(...words, '--seconds', '0.05', '--json')
  const { exhausted, configurations } = JSON.parse(stdout)
  assert.deepEqual([code, exhausted], [3, false])
  // The executions without a liar from the first inputs alone come to over five million, which take many seconds.
  assert.ok(configurations < 2_000_000, `${configurations}`)
})

test('an exploration that is cut off says so, writes nothing, and its exit code is that of a budget', async (t) => {
  const file = join(scratch(t), 'none.execution.jsonl')
  const words = ['bracha-rb', '--n', '4', '--faults', 'byzantine:f=1', '--states', '500']
  const { code, stdout } = await explored(...words, '--record', file)
  assert.equal(code, 3)
  assert.match(stdout, /held as far as explored/)
  assert.match(stdout, /not exhausted +500 configurations, .*; more with --states/)
  assert.equal(existsSync(file), false)
})

for (const [words, pattern] of [
  [
    ['echo', '--n', '4', '--faults', 'crash:f=1', '--beyond', '--over', 'graphs'],
    /--over is about schedules without faults/,
  ],
  [['bracha-rb', '--n', '4', '--faults', 'byzantine:f=1', '--wakeup', 'root'], /all wake|requires/],
  [['paxos', '--n', '3', '--faults', 'crash:f=1'], /paxos reads clocks/],
  [['reliable-broadcast-eager', '--n', '3', '--faults', 'crash:f=1'], /offers a service/],
  [['bracha-rb', '--n', '4', '--faults', 'omission:f=1', '--beyond'], /crash and byzantine are gone through/],
  [['hotstuff', '--n', '4', '--faults', 'byzantine:f=1', '--beyond'], /declare alphabet/],
  [
    ['echo', '--n', '4', '--faults', 'crash:f=1', '--beyond', '--extreme', 'messages-max'],
    /must be violation/,
  ],
] as const)
  test(`explore ${words.join(' ')} --timing asynchronous is refused in a line`, async () => {
    const { code, stderr } = await explored(...words)
    assert.equal(code, 2)
    assert.match(stderr, pattern)
    assert.equal(stderr.trimEnd().split('\n').length, 1)
  })
