import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bakery, petersonLock, sharedAlgorithms, tournament } from '../../../algorithms/index.ts'
import { type AnySharedAlgorithm, InputError, over } from '../../../engine/index.ts'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'
import { runCell, type Seeded, violations } from '../../helpers/run.ts'

const run = (algorithm: AnySharedAlgorithm, parts: Seeded) =>
  runCell(over(algorithm, 'abd'), { topology: 'complete', ...parts })

test('a passage through Peterson’s lock over ABD sends twelve messages between two processors', () => {
  // Alone it writes want, turn, and want again, and reads want of the other. To ask and to be answered takes 2 messages. Only
  // one writes its want: 2 each; turn and the read take two phases: 4 each.
  const { execution } = run(petersonLock, { n: 2, seed: 1, workload: 'once:processors=1' })
  assert.equal(execution.measures.messages, 12)
})

test('a passage through the bakery over ABD sends 240 messages among five processors that do not want to enter', () => {
  // Alone it makes 3n + 2 = 17 accesses, 4 of them writes of its own variables: 13 · 16 + 4 · 8.
  const { execution } = run(bakery, { n: 5, seed: 1, workload: 'once:processors=3' })
  assert.equal(execution.measures.messages, 240)
})

const delays = ['uniform', 'bimodal', 'per-link', 'exponential']

test('a thousand executions of a lock over ABD, one of five processors crashing in its remainder, enter one at a time and all', () => {
  for (let seed = 0; seed < 1000; seed++) {
    const judged = run(tournament, {
      n: 5,
      seed,
      delay: delays[seed % delays.length]!,
      workload: 'once:processors=0+1+2+3',
      faults: `crash:given=4@${(seed % 17) / 2}`,
    })
    assert.deepEqual(violations(judged), [], `seed ${seed}`)
    assert.equal(judged.execution.measures.operations!.completed, 4)
  }
})

test('with a majority crashed, nobody enters and everybody waits', () => {
  for (let seed = 0; seed < 50; seed++) {
    const faults = 'crash:given=2@0+3@0+4@0'
    const workload = 'once:processors=0+1'
    const { outcome, measures } = run(bakery, { n: 5, seed, faults, workload }).execution
    assert.equal(outcome.kind, 'violated')
    assert.match(
      (outcome as { reason: string }).reason,
      /^p_[01] was asked for acquire at .* and never answers$/,
    )
    assert.equal(measures.operations!.completed, 0)
    // Each has written to all four others and heard from one.
    assert.equal(measures.messages, 10)
  }
})

test('who crashes in the critical section keeps all others out', () => {
  const crashes = { faults: 'crash:given=0@60', workload: 'once:processors=0+1,hold=1000' }
  const { outcome } = run(petersonLock, { n: 2, seed: 1, ...crashes, delay: 'constant' }).execution
  assert.equal(outcome.kind, 'violated')
})

test('objects whose operations wait for nobody tolerate the crash of a minority over ABD, and say so', () => {
  const tolerant = sharedAlgorithms.filter((one) => {
    try {
      return over(one, 'abd').requires.resilience === 'n > 2f'
    } catch (error) {
      if (error instanceof InputError) return false
      throw error
    }
  })
  assert.ok(tolerant.length >= 8, `${tolerant.length}`)
  for (const object of tolerant)
    for (let seed = 0; seed < 8; seed++) {
      const n = object.requires.size ?? 5
      const judged = run(object, { n, seed, faults: n < 3 ? 'none' : 'crash:f=2' })
      assert.deepEqual(violations(judged), [], `${object.name}, seed ${seed}`)
    }
})

test('more crashes than a minority are refused in one line, and so are crashes of a lock; --beyond runs both', async () => {
  const words = (algorithm: string, faults: string) => [
    ...['simulate', algorithm, '--over', 'abd', '--topology', 'complete', '--n', '5', '--faults', faults],
  ]
  for (const faults of ['crash:f=3', 'crash:given=0@0+1@0+2@0']) {
    const { code, stderr, stdout } = await admissibleHere(words('atomic-snapshot', faults))
    assert.deepEqual(
      [code, stdout, stderr],
      [
        2,
        '',
        'admissible: atomic-snapshot over abd requires n > 2f, but here n = 5, f = 3 (to run it all the same: --beyond, in an experiment beyond: true)\n',
      ],
    )
  }
  const { code, stderr } = await admissibleHere(words('bakery', 'crash:f=1'))
  assert.deepEqual(
    [code, stderr],
    [
      2,
      'admissible: bakery over abd is not made for crash faults (to run it all the same: --beyond, in an experiment beyond: true)\n',
    ],
  )
  // By hand: p_3 and p_4 ask two who are left, themselves included, and a majority is three.
  const beyond = await admissibleHere([
    ...words('atomic-snapshot', 'crash:given=0@0+1@0+2@0'),
    ...['--beyond', '--json'],
  ])
  assert.equal(JSON.parse(beyond.stdout).operations, 0)
})

test('what is not made of reads and writes is refused, and so are messages', () => {
  const refused = (name: string) => () => over(sharedAlgorithms.find((one) => one.name === name)!, 'abd')
  assert.throws(
    refused('tas-lock'),
    new InputError('abd does not wrap tas-lock: ABD gives reads and writes; tas-lock needs test&set'),
  )
  assert.throws(
    () => over(over(bakery, 'abd'), 'abd'),
    new InputError('abd wraps algorithms for shared memory; bakery over abd passes messages'),
  )
  assert.throws(
    () => over(bakery, 'lamport-clocks'),
    new InputError(
      'lamport-clocks wraps algorithms of the asynchronous model; bakery is for shared memory (put a memory made of messages between, as in abd+lamport-clocks)',
    ),
  )
})

test('a processor that crashes with an operation under way need not answer it, and a record of that is accepted', async (t) => {
  const folder = scratch(t)
  const words = [
    'simulate',
    'atomic-snapshot',
    '--over',
    'abd',
    '--topology',
    'complete',
    '--n',
    '5',
    '--seed',
    '1',
  ]
  const crash = ['--faults', 'crash:given=4@3', '--record', 'crash.jsonl', '--json']
  const { code, stdout, stderr } = await admissibleHere([...words, ...crash], folder)
  assert.equal(code, 0, stderr)
  const row = JSON.parse(stdout)
  assert.deepEqual([row.outcome, row.fa, row.over], ['quiescent', 1, 'abd'])
  assert.equal((await admissibleHere(['verify', 'crash.jsonl'], folder)).code, 0)
})

/** Correct for two by turns, without a wait for the turn of one who does not want to: so each goes in once. */
const moduleOfOnesOwn = `import { done, sharedVariable } from 'admissible'
export const turns = {
  name: 'turns',
  service: 'mutual exclusion',
  requires: { size: 2 },
  variables: () => ({ turn: sharedVariable({ values: 2 }) }),
  initially: ({ i }) => ({ i }),
  operations: {
    acquire: { 1: ({ i }, { turn }) => turn.await((whose) => whose === i, done) },
    release: { 1: ({ i }, { turn }) => turn.write(1 - i, done) },
  },
  guarantees: 'no deadlock',
}
`

test('a lock of a module of one’s own runs over ABD, is recorded, verified and swept', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'turns.ts'), moduleOfOnesOwn)
  const run = (...words: string[]) => admissibleHere(words, folder)
  const over = ['--over', 'abd', '--topology', 'complete', '--n', '2', '--workload', 'once']
  const alone = await run(
    'simulate',
    './turns.ts',
    ...over,
    '--seed',
    '1',
    '--record',
    'turns.jsonl',
    '--json',
  )
  assert.equal(alone.code, 0, alone.stderr)
  const row = JSON.parse(alone.stdout)
  assert.deepEqual([row.algorithm, row.over, row.outcome], ['turns over abd', 'abd', 'quiescent'])
  // Every access asks the other and is answered, twice: all may write the one variable.
  assert.equal(row.messages, 4 * row.quantity_A)
  assert.equal((await run('verify', 'turns.jsonl')).code, 2)
  assert.equal((await run('verify', 'turns.jsonl', '--allow', '.')).code, 0)
  const swept = await run(
    ...['sweep', '--algorithm', './turns.ts', ...over, '--replicates', '2', '--workers', '1'],
    ...['--out', 'out', '--no-report'],
  )
  assert.equal(swept.code, 0, swept.stderr)
  assert.match(readFileSync(join(folder, 'out', 'runs.csv'), 'utf8'), /turns over abd/)
})
