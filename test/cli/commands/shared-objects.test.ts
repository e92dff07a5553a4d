import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const run = (line: string, folder?: string) => admissibleHere(line.split(' '), folder)

const table = (...path: string[]) =>
  parse(readFileSync(join(...path), 'utf8'), { columns: true }) as Record<string, string>[]

/** A double collect that collects once. */
const hasty = `import { doubleCollect } from 'admissible/algorithms'
import { done } from 'admissible'
export const hasty = {
  ...doubleCollect,
  name: 'hasty',
  claims: {},
  operations: {
    ...doubleCollect.operations,
    scan: {
      1: (s, { segment }) =>
        segment.at(s.collect.length).read((one) => {
          s.collect = [...s.collect, one]
          if (s.collect.length < s.n) return 1
          s.answer = s.collect.map(({ value }) => value)
          s.collect = []
          return done
        }),
    },
  },
}`

test('simulate prints the costs of operations as JSON, and a trace has arguments and answers', async () => {
  const { stdout } = await run(
    'simulate atomic-snapshot --n 3 --scheduler solo --workload closed:operations=4 --json',
  )
  const row = JSON.parse(stdout)
  // Alone, a scan is 2n = 6 reads, and an update one write more.
  assert.deepEqual(
    [row.workload, row.operations, row.scan_reads, row.update_steps, row.scan_reads_verdict],
    ['closed:operations=4', 12, 6, 7, 'held'],
  )
  const traced = await run(
    'simulate treiber-stack --n 1 --workload given:0.push(5)@0+0.pop@1 --scheduler round-robin --trace',
  )
  assert.deepEqual(traced.stdout.split('\n').slice(0, 8), [
    '     1  p_0   push(5) 1  writes value[0] := 5',
    '     2  p_0   push 2  reads top = nil',
    '     3  p_0   push 3  writes next[0] := nil',
    '     4  p_0   push 4  compare&swap top: was nil, is 0, is done',
    '     5  p_0   pop 1  reads top = 0',
    '     6  p_0   pop 2  reads next[0] = nil',
    '     7  p_0   pop 3  compare&swap top: was 0, is nil',
    '     8  p_0   pop 4  reads value[0] = 5, answers 5',
  ])
})

test('a sweep has workloads, columns for each operation and verdicts; its rows are run again alike', async (t) => {
  const folder = scratch(t)
  const { code, stdout } = await run(
    'sweep --algorithm atomic-snapshot,double-collect --topology shared-memory --n 2,4 --delay random --workload once,closed:operations=3 --replicates 2 --seed 3 --out objects',
    folder,
  )
  assert.equal(code, 0, stdout)
  const runs = table(folder, 'objects', 'runs.csv')
  assert.equal(runs.length, 16)
  for (const row of runs) {
    const each = row.workload === 'closed:operations=3' ? 3 : 1
    assert.equal(Number(row.operations), each * Number(row.n))
    assert.deepEqual([row.entries, row.passage_steps], [undefined, undefined])
    if (row.algorithm === 'double-collect') assert.ok(['', '1'].includes(row.update_steps!))
  }
  const verdicts = table(folder, 'objects', 'verdicts.csv')
  assert.ok(verdicts.some(({ claim }) => claim === 'atomic-snapshot/column:scan_reads/at-most/n(n+1)'))
  assert.ok(verdicts.every(({ verdict }) => verdict === 'held'))
  assert.match((await run('replay objects --row 3', folder)).stdout, /row 3: the same again/)
})

test('a wrong history is told of, with the command that shows it again', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.ts'), hasty)
  const { code, stdout } = await run(
    'sweep --algorithm ./mine.ts --topology shared-memory --n 4 --delay random --workload closed:operations=6 --replicates 1 --seed 1 --out out',
    folder,
  )
  assert.equal(code, 1)
  const [, command] = /admissible (simulate \S*mine\.ts#hasty .*)$/m.exec(stdout)!
  assert.match(command!, /--workload closed:operations=6/)
  const again = await run(command!.replace(/^simulate \S+/, 'simulate ./mine.ts'), folder)
  assert.equal(again.code, 1)
  assert.match(again.stdout, /linearizable is violated, in its history: scan by p_\d answers/)
})

test('explore says of all histories whether they are right; exit code 1 and a table of columns where one is not', async (t) => {
  const right = await run('explore register-kvalued')
  assert.equal(right.code, 0)
  assert.match(right.stdout, /linearizable +always\n/)
  assert.match(right.stdout, /claim +read:steps at most 2k − 1 = 7: held, and reached\n/)
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.ts'), hasty)
  const wrong = await run(
    'explore ./mine.ts --n 3 --workload given:0.update(1)@0+1.update(2)@0+2.scan@0',
    folder,
  )
  assert.equal(wrong.code, 1)
  assert.match(wrong.stdout, /p_0 +p_1 +p_2\n +┌ scan\n +┌ update\(1\) +│\n/)
  const found = JSON.parse((await run('explore ./mine.ts --n 3 --json', folder)).stdout)
  assert.deepEqual([found.broken, found.violation.property], ['linearizable', 'linearizable'])
})

test('a wrong history is recorded, verified as wrong, replayed, drawn and shrunk; a right one is true', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.ts'), hasty)
  const allow = '--allow ./mine.ts'
  await run('explore ./mine.ts --n 3 --no-costs --record found.execution.jsonl', folder)
  const found = await run(`verify found.execution.jsonl ${allow}`, folder)
  assert.equal(found.code, 0)
  assert.match(
    found.stdout,
    /a true record .* operations\n {2}the history is not linearizable: scan by p_\d answers/,
  )
  await run(
    'simulate ./mine.ts --n 4 --workload closed:operations=6 --seed 1 --record bad.execution.jsonl',
    folder,
  )
  assert.match(
    (await run(`replay bad.execution.jsonl ${allow}`, folder)).stdout,
    /the same again: 60 steps, 24 op/,
  )
  // By hand: the scan reads n segments, and two updates come between two of these.
  const shrunk = await run(`shrink bad.execution.jsonl ${allow}`, folder)
  assert.match(shrunk.stdout, /violated +linearizable\n +processors +4\n +execution +6 steps\n/)
  assert.equal((await run(`verify bad.small.execution.jsonl ${allow}`, folder)).code, 0)
  await run(`draw bad.small.execution.jsonl ${allow} --out small.svg`, folder)
  assert.match(readFileSync(join(folder, 'small.svg'), 'utf8'), /the history is not linearizable/)
  await run('explore treiber-stack --n 2 --record most.execution.jsonl --extreme push:cc', folder)
  assert.match((await run('verify most.execution.jsonl', folder)).stdout, /push:cc can be as large as \d+\n$/)
})

test('explore counts executions up to the order of steps that commute', async () => {
  // By hand: two increments are a read and a compare&swap each, of one variable. Alone one after the other, 2; both read 0 and then one
  // succeeds and the other fails, reads and succeeds, 2. The other one fails only after that.
  const { code, stdout } = await run(
    'explore cas-counter --n 2 --count --workload given:0.increment@0+1.increment@0',
  )
  assert.deepEqual(
    [code, stdout],
    [0, 'cas-counter: 4 executions of 2 processors, up to the order of steps that commute\n'],
  )
  const json = await run(
    'explore cas-counter --n 2 --count --workload given:0.increment@0+1.increment@0 --json',
  )
  assert.equal(JSON.parse(json.stdout).executions, 4)
})

const refusals: readonly (readonly [string, RegExp])[] = [
  ['simulate treiber-stack --n 2 --passages 3', /makes no passages; --workload closed:operations=20 says/],
  ['simulate mcs-lock --n 2 --workload once', /is a lock; --passages says how many/],
  [
    'simulate treiber-stack --n 2 --workload closed:mix=pull:1',
    /stack has no operation “pull”; did you mean push\?/,
  ],
  ['simulate treiber-stack --n 2 --workload given:1.push@0', /push needs a value; write 1\.push\(7\)@0/],
  [
    'simulate register-kvalued --workload given:0.write(9)@0',
    /0\.write has 9; it must have a value from 0 to 3/,
  ],
  ['simulate register-kvalued --workload given:1.write(2)@0', /p_1 is asked for write, but only the root is/],
  ['simulate register-kvalued --workload given:0.read@0', /p_0 is asked for read, but all are but the root/],
  [
    'simulate register-kvalued --workload closed:values=distinct',
    /values=distinct, but write has few values/,
  ],
  [
    'simulate atomic-snapshot --n 2 --workload closed:mean=2',
    /the scheduler says when operations go on; leave mean out/,
  ],
  ['simulate register-kvalued --n 3', /works with 2 processors, not with 3/],
  ['explore treiber-stack --n 2 --passages 2', /makes no passages; --workload closed:operations=2 says/],
  [
    'explore mcs-lock --n 2 --repeats',
    /is a lock; --passages says how many each processor makes, and --repeats/,
  ],
  ['explore mcs-lock --n 2 --count', /is a lock; --passages says how many each processor makes, and --count/],
  ['explore cas-counter --n 2 --count --repeats', /--count counts executions that end/],
  ['explore flooding --topology ring --n 3 --repeats', /--repeats is for algorithms for shared memory/],
  [
    'sweep --algorithm mcs-lock --topology shared-memory --n 2 --workload once --seed 1 --out x',
    /workloads: mcs-lock is a lock, which makes passages/,
  ],
  [
    'sweep --algorithm register-kvalued --topology shared-memory --n 2..4 --seed 1 --out x',
    /works with 2 processors, not with [34]/,
  ],
]

for (const [line, message] of refusals)
  test(`${line} is refused in one line`, async (t) => {
    const { code, stderr } = await run(line, scratch(t))
    assert.equal(code, 2)
    assert.match(stderr, message)
    assert.equal(stderr.trimEnd().split('\n').length, 1, stderr)
  })

test('explore --expected prints costs and probabilities between the best and the worst scheduler', async () => {
  // As published: 3(2·2)² = 48 and 3(2·2 + 1)² = 75 steps, 13/120 for answers that differ.
  const { code, stdout } = await run('explore shared-coin --n 2 --expected')
  assert.equal(code, 0)
  for (const line of [
    'expected steps           48 at least, 75 at most',
    'expected flips           16 at least, 25 at most',
    'answers differ           with probability 0 at least, 13/120 = 0.108333 at most',
    'expected:steps at most 3 (2n + n − 1)² = 75: held, and reached',
  ])
    assert.ok(stdout.includes(line), stdout)
  const { expected, claims } = JSON.parse((await run('explore shared-coin --n 2 --expected --json')).stdout)
  assert.ok(Math.abs(expected.steps.max.upper - 75) < 1e-6)
  assert.deepEqual([...new Set(claims.map((claim: { verdict: string }) => claim.verdict))], ['held'])
})

test('explore --expected is refused where it has no meaning, and says why', async () => {
  for (const [line, said] of [
    ['explore mcs-lock --n 2 --expected', /mcs-lock is a lock; .* --expected has no meaning/],
    [
      'explore flooding --topology ring --n 3 --expected',
      /--expected is for algorithms for shared memory; flooding passes messages/,
    ],
    ['explore shared-coin --n 2 --expected --repeats', /operations that end, and has no --repeats/],
    [
      'explore shared-coin --n 2 --count',
      /shared-coin: p_0 flips a coin; only executions without chance are counted/,
    ],
  ] as const) {
    const { code, stderr } = await run(line)
    assert.equal(code, 2)
    assert.match(stderr, said)
  }
})
