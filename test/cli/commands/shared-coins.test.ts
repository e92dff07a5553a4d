import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const run = (...words: string[]) => admissibleHere(words)

const once = ['--n', '2', '--workload', 'closed:operations=1']

test('a run with coins is printed, recorded, verified and comes to the same again', async (t) => {
  const file = join(scratch(t), 'run.execution.jsonl')
  const traced = await run('simulate', 'shared-coin', ...once, '--seed', '3', '--trace', '--record', file)
  assert.equal(traced.code, 0)
  assert.match(traced.stdout, /^ {5}1 {2}p_\d .*flip 1 {2}flips coin: [01]$/m)
  assert.equal((await run('verify', file)).code, 0)
  const replayed = await run('replay', file)
  assert.equal(replayed.code, 0)
  assert.match(replayed.stdout, /the same again/)
})

test('a record whose coin shows what it has not shown is refused at that step', async (t) => {
  const folder = scratch(t)
  const file = join(folder, 'run.execution.jsonl')
  await run('simulate', 'shared-coin', ...once, '--seed', '3', '--record', file)
  const text = readFileSync(file, 'utf8')
  const line = text.split('\n').find((one) => one.includes('"access":"flip"'))!
  const [, shown] = /"before":(\d)/.exec(line)!
  for (const [other, said] of [
    // Where the coin shows the other side, another one is to be counted.
    [1 - Number(shown), /its local variables are/],
    [2, /flips coin, which does not show 2/],
  ] as const) {
    writeFileSync(file, text.replace(line, line.replace(`"before":${shown}`, `"before":${other}`)))
    const { code, stdout } = await run('verify', file)
    assert.equal(code, 1)
    assert.match(stdout, said)
  }
})

test('what goes on for ever if a coin wants it is recorded with what the coin shows, and is true', async (t) => {
  const file = join(scratch(t), 'endless.execution.jsonl')
  const explored = await run(
    'explore',
    'shared-coin',
    '--n',
    '2',
    '--record',
    file,
    '--extreme',
    'flip:steps',
  )
  assert.equal(explored.code, 0)
  const { code, stdout } = await run('verify', file)
  assert.equal(code, 0)
  assert.match(stdout, /flip:steps has no bound/)
})

/** Consensus that decides the other value if a coin of three sides shows 2. */
const wrong = `import { done, localCoin, sharedConsensus, sharedVariable } from 'admissible'
export const hasty = {
  name: 'hasty-consensus',
  service: sharedConsensus,
  requires: {},
  variables: () => ({ coin: localCoin(3), decision: sharedVariable({ values: 2, nil: true }) }),
  initially: () => ({ side: 0 }),
  operations: {
    propose: {
      1: (s, { coin }) => coin.flip((side) => { s.side = side; return 2 }),
      2: (s, { decision }) => decision.read((value) => {
        s.answer = value === -1 ? (s.side === 2 ? 1 - s.argument : s.argument) : value
        return value === -1 ? 3 : done
      }),
      3: (s, { decision }) => decision.write(s.answer, done),
    },
  },
  guarantees: 'linearizable',
  progress: 'wait-free',
}`

test('an object that is wrong if a coin shows one of three sides is found out, recorded and shrunk to that flip', async (t) => {
  const folder = scratch(t)
  const module = join(folder, 'mine.ts')
  const file = join(folder, 'wrong.execution.jsonl')
  const small = join(folder, 'small.execution.jsonl')
  writeFileSync(module, wrong)
  const found = await run('explore', module, '--n', '2', '--no-costs', '--record', file)
  assert.equal(found.code, 1)
  assert.match(found.stdout, /flips coin: 2/)
  assert.equal((await run('verify', file, '--allow', module)).code, 0)
  const shrunk = await run('shrink', file, '--allow', module, '--out', small)
  assert.equal(shrunk.code, 0, shrunk.stderr)
  // One alone proposes a value and is answered with the other: a flip, a read, a write.
  const steps = readFileSync(small, 'utf8').trimEnd().split('\n').slice(1, -1)
  assert.deepEqual(
    steps.map((line) => JSON.parse(line).access),
    ['flip', 'read', 'write'],
  )
  assert.equal(JSON.parse(steps[0]!).before, 2)
})
