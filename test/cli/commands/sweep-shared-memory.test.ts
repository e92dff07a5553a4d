import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const table = (...path: string[]) =>
  parse(readFileSync(join(...path), 'utf8'), { columns: true }) as Record<string, string>[]

const words =
  'sweep --algorithm mcs-lock,bakery --topology shared-memory --n 2..4 --delay random,sticky:stay=0.5 --replicates 2 --seed 3 --chart against:measure=column:remote_references_cc'

test('a sweep on shared memory has schedulers for delays, costs of passages for columns, and verdicts', async (t) => {
  const folder = scratch(t)
  const { code, stdout } = await admissibleHere([...words.split(' '), '--out', 'locks'], folder)
  assert.equal(code, 0, stdout)
  assert.match(stdout, /All 16 runs kept their claims/)
  const runs = table(folder, 'locks', 'runs.csv')
  // 2 algorithms, 2 sizes, 2 schedulers, 2 replicates.
  assert.equal(runs.length, 16)
  for (const row of runs) {
    assert.deepEqual([row.topology, row.outcome, row.messages], ['shared-memory', 'terminated', ''])
    assert.ok(['random', 'sticky:0.5'].includes(row.delay!))
    assert.equal(Number(row.entries), 10 * Number(row.n))
    // The MCS lock has 2n + 1 variables, the bakery 2n.
    assert.equal(Number(row.variables), 2 * Number(row.n) + (row.algorithm === 'mcs-lock' ? 1 : 0))
  }
  const verdicts = table(folder, 'locks', 'verdicts.csv')
  const cc = verdicts.filter(({ claim }) => claim === 'mcs-lock/column:remote_references_cc/at-most/8')
  assert.equal(cc.length, 8)
  assert.ok(verdicts.every(({ verdict }) => verdict === 'held'))
  assert.match(readFileSync(join(folder, 'locks/report.html'), 'utf8'), /simulate mcs-lock --n/)

  const again = await admissibleHere(['replay', 'locks', '--row', '3'], folder)
  assert.equal(again.code, 0, again.stdout)
  assert.match(again.stdout, /row 3: the same again/)
  assert.equal((await admissibleHere(['reproduce', 'locks'], folder)).code, 0)
})

test('worst cases stand beside the sampled runs: searched no larger than exact, what has no bound is empty', async (t) => {
  const folder = scratch(t)
  const line =
    'sweep --algorithm mcs-lock,tas-lock --topology shared-memory --n 2 --delay random --replicates 1 --seed 1 --searched 2 --runs 60 --exact 2 --chart worst-case:measure=column:remote_references_cc --out worst'
  const { code, stdout } = await admissibleHere(line.split(' '), folder)
  assert.equal(code, 0, stdout)
  const runs = table(folder, 'worst', 'runs.csv')
  const costs = (algorithm: string, evidence: string) => {
    const [row] = runs.filter((row) => row.algorithm === algorithm && row.evidence === evidence)
    return ['remote_references_cc', 'remote_references_dsm', 'bypass'].map((column) => row![column])
  }
  // What is claimed of the lock is attained with two processors.
  assert.deepEqual(costs('mcs-lock', 'exact'), ['8', '4', '1'])
  assert.deepEqual(costs('mcs-lock', 'searched'), ['8', '4', '1'])
  assert.deepEqual(costs('tas-lock', 'exact'), ['', '', ''])
  assert.ok(costs('tas-lock', 'searched').every((cost) => Number(cost) > 1))
  const searched = runs.findIndex(({ evidence }) => evidence === 'searched') + 1
  const again = await admissibleHere(['replay', 'worst', '--row', String(searched)], folder)
  assert.match(again.stdout, /the same again/)
  assert.equal((await admissibleHere(['reproduce', 'worst'], folder)).code, 0)
})

test('a lock of the user’s that breaks its claims is told of, with the command that shows it', async (t) => {
  const folder = scratch(t)
  writeFileSync(
    join(folder, 'mine.ts'),
    `import { atMost } from 'admissible'
    import { tasLock } from 'admissible/algorithms'
    export const mine = { ...tasLock, name: 'mine', claims: { bypass: atMost('0') } }`,
  )
  const line =
    'sweep --algorithm ./mine.ts --topology shared-memory --n 4 --delay random --replicates 1 --seed 1 --out out'
  const { code, stdout } = await admissibleHere(line.split(' '), folder)
  assert.equal(code, 1)
  assert.match(stdout, /admissible simulate .*mine\.ts#mine --n 4 --scheduler random --seed \d+/)
  const [row] = table(folder, 'out', 'runs.csv')
  assert.match(row!.detail!, /bypass is \d+, but claimed is at most 0/)
})

const refusals: readonly (readonly [string, RegExp])[] = [
  [
    '--algorithm tas-lock,flooding --topology ring',
    /tas-lock runs on shared memory, and flooding passes messages/,
  ],
  [
    '--algorithm tas-lock --topology ring',
    /topologies\[0\]: ring: algorithms for shared memory have no network/,
  ],
  [
    '--algorithm tas-lock --topology shared-memory --delay uniform',
    /delays\[0\]: unknown scheduler “uniform”/,
  ],
  ['--algorithm flooding --topology shared-memory', /unknown topology “shared-memory”/],
  ['--algorithm peterson-lock --topology shared-memory', /peterson-lock works with 2 processors, not with 4/],
  [
    '--algorithm tas-lock --topology shared-memory --forced 4',
    /worstCases.forced: that lower bound is about elections on rings/,
  ],
  [
    '--algorithm tas-lock --topology shared-memory --max-messages 9',
    /budget.messages: a run on shared memory has none/,
  ],
  [
    '--algorithm tas-lock --topology shared-memory --replicates 9 --until-ci 0.1',
    /untilCi: it looks at messages and time/,
  ],
]

for (const [line, message] of refusals)
  test(`sweep ${line}: refused in one line`, async (t) => {
    const { code, stderr } = await admissibleHere(['sweep', ...line.split(' '), '--n', '4'], scratch(t))
    assert.equal(code, 2)
    assert.match(stderr, message)
    assert.equal(stderr.trimEnd().split('\n').length, 1)
  })
