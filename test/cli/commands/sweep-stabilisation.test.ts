import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { dijkstraKState } from '../../../algorithms/index.ts'
import { executeStabilising, stabilisingSystem } from '../../../engine/index.ts'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const table = (...path: string[]) =>
  parse(readFileSync(join(...path), 'utf8'), { columns: true }) as Record<string, string>[]

const words =
  'sweep --algorithm dijkstra-k-state --topology shared-memory --n 4,5 --delay central,synchronous --replicates 2 --seed 3 --exact 4 --chart worst-case:measure=column:stabilisation_steps --out rings'

test('a sweep of self-stabilising algorithms has daemons for delays, steps and moves, and exact worst cases', async (t) => {
  const folder = scratch(t)
  const { code, stdout } = await admissibleHere(words.split(' '), folder)
  assert.equal(code, 0, stdout)
  const runs = table(folder, 'rings', 'runs.csv')
  // 2 sizes, 2 daemons, 2 replicates; one exact worst case.
  assert.equal(runs.length, 9)
  for (const row of runs.slice(0, 8)) {
    const { delay, stabilisation_steps, stabilisation_moves } = row
    const run = executeStabilising(stabilisingSystem(dijkstraKState, Number(row.n)), {
      daemon: delay!,
      seed: Number(row.seed),
    })
    assert.deepEqual([Number(stabilisation_steps), Number(stabilisation_moves)], [run.steps, run.moves])
    if (delay === 'central') assert.equal(stabilisation_steps, stabilisation_moves)
  }
  const exact = runs[8]!
  // 3 · 4 · 3/2 − 4 − 1.
  assert.deepEqual([exact.evidence, exact.outcome, exact.stabilisation_steps], ['exact', 'terminated', '13'])
  const verdicts = table(folder, 'rings', 'verdicts.csv')
  assert.equal(verdicts.length, 9)
  assert.ok(verdicts.every(({ verdict }) => verdict === 'held'))
  assert.match(readFileSync(join(folder, 'rings/report.html'), 'utf8'), /stabilise dijkstra-k-state --n/)
  assert.match(
    (await admissibleHere(['replay', 'rings', '--row', '2'], folder)).stdout,
    /row 2: the same again/,
  )
  assert.match(
    (await admissibleHere(['replay', 'rings', '--row', '9'], folder)).stdout,
    /row 9: the same again/,
  )
  assert.equal((await admissibleHere(['reproduce', 'rings'], folder)).code, 0)
})

const refusals: readonly (readonly [string, RegExp])[] = [
  [
    '--algorithm dijkstra-k-state,tas-lock --topology shared-memory',
    /dijkstra-k-state is self-stabilising, and tas-lock is not/,
  ],
  ['--algorithm dijkstra-k-state --topology ring', /write shared-memory/],
  ['--algorithm dijkstra-k-state --topology shared-memory --delay sticky', /unknown daemon “sticky”/],
  [
    '--algorithm dijkstra-k-state --topology shared-memory --searched 4',
    /worstCases.searched: of self-stabilising algorithms there are exact/,
  ],
  [
    '--algorithm dijkstra-three-state --topology shared-memory --n 2',
    /works with 3 processors or more, not with 2/,
  ],
]

for (const [line, message] of refusals)
  test(`sweep ${line}: refused in one line`, async (t) => {
    const size = line.includes('--n ') ? [] : ['--n', '4']
    const { code, stderr } = await admissibleHere(['sweep', ...line.split(' '), ...size], scratch(t))
    assert.equal(code, 2)
    assert.match(stderr, message)
    assert.equal(stderr.trimEnd().split('\n').length, 1)
  })
