import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const run = (folder: string, words: string) => admissibleHere(words.split(' '), folder)

const words =
  'sweep --algorithm lcr --topology ring --n 4,8 --replicates 3 --exact 3,4 --searched 4,8 --runs 100'

const table = (folder: string, name: string) =>
  parse(readFileSync(join(folder, name), 'utf8'), { columns: true }) as Record<string, string>[]

test('a sweep with worst cases is the same on one worker and on two, and tells how tight the bounds are', async (t) => {
  const folder = scratch(t)
  const sweepWith = async (workers: number) => {
    const { code, stdout } = await run(folder, `${words} --workers ${workers} --out w${workers}`)
    assert.equal(code, 0)
    // 4 · 7/2 = 14 and 8 · 11/2 = 44.
    assert.match(
      stdout,
      /lcr on ring: messages at most n\(n \+ 3\)\/2 +n = 4: 14\/14 = 1 exact +n = 8: at least \d+\/44 = \S+ searched, \d+ runs +over every choice of schedule, identifiers; all wake at time 0/,
    )
    return ['runs.csv', 'summary.csv', 'tightness.csv'].map((name) =>
      readFileSync(join(folder, `w${workers}`, name), 'utf8'),
    )
  }
  const [one, two] = [await sweepWith(1), await sweepWith(2)]
  assert.deepEqual(one, two)
  const rows = table(join(folder, 'w1'), 'runs.csv')
  assert.deepEqual(
    rows.map(({ evidence, n }) => `${evidence} ${n}`),
    ['4', '4', '4', '8', '8', '8']
      .map((n) => `sampled ${n}`)
      .concat('searched 4', 'searched 8', 'exact 3', 'exact 4'),
  )
})

test('the row of a worst case is found again, from the folder and by the command that the report prints', async (t) => {
  const folder = scratch(t)
  await run(folder, `${words} --out out --no-report`)
  for (const row of [7, 8, 9, 10])
    assert.match(
      (await run(folder, `replay out --row ${row}`)).stdout,
      new RegExp(`row ${row}: the same again`),
    )
  const [searched] = table(join(folder, 'out'), 'runs.csv').filter(({ evidence }) => evidence === 'searched')
  const { seed, messages } = searched!
  const attack = await run(
    folder,
    `attack lcr --topology ring --n 4 --wakeup all --inputs random --runs 100 --seed ${seed} --json`,
  )
  assert.equal(JSON.parse(attack.stdout).best, Number(messages))
  assert.match(
    (await run(folder, 'replay out --row 9 --record x.jsonl')).stderr,
    /row 9 is exact: its costs have executions/,
  )
})

test('--dry-run tells of worst cases, and their options need each other', async (t) => {
  const folder = scratch(t)
  const { stdout } = await run(folder, `${words} --dry-run`)
  assert.match(stdout, /searched +n = 4, 8; 100 runs for each measure/)
  assert.match(stdout, /exact +n = 3, 4; all schedules, up to 1,000,000 states/)
  const bare = 'sweep --algorithm lcr --topology ring --n 4'
  assert.match((await run(folder, `${bare} --runs 9`)).stderr, /--runs needs --searched/)
  assert.match((await run(folder, `${bare} --states 9`)).stderr, /--states needs --exact/)
})
