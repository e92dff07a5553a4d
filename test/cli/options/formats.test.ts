import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const words = 'sweep --algorithm flooding --topology ring --n 8 --replicates 2 --workers 1'.split(' ')

test('--format writes the tables in these formats, also of results that are there already', async (t) => {
  const out = join(scratch(t), 'out')
  const run = async (...more: string[]) => (await admissibleHere([...words, '--out', out, ...more])).code
  assert.equal(await run('--no-report', '--format', 'csv, parquet'), 0)
  const log = 'runs.jsonl'
  const data = ['datapackage.json', 'files.json', 'manifest.json', 'runs.csv', 'timings.csv', 'verdicts.csv']
  assert.deepEqual(
    readdirSync(out).sort(),
    [...data, log, 'runs.parquet', 'timings.parquet', 'verdicts.parquet'].sort(),
  )
  const { code, stdout } = await admissibleHere(['report', out, '--format', 'safe-csv', '--json'])
  assert.equal(code, 0)
  for (const file of ['summary.safe.csv', 'runs.safe.csv', 'datapackage.json']) {
    assert.ok(JSON.parse(stdout).includes(file), file)
    assert.ok(existsSync(join(out, file)), file)
  }
  // A new run of the same definition leaves nothing that was made from the older one.
  assert.equal(await run('--no-report'), 0)
  assert.deepEqual(
    readdirSync(out).filter((name) => /parquet|safe|package/.test(name)),
    [],
  )
})

test('a theme or a resolution that figures cannot have is refused before anything runs', async (t) => {
  const out = join(scratch(t), 'out')
  const refusal = async (...options: string[]) => {
    const { code, stderr } = await admissibleHere([...words, '--out', out, ...options])
    assert.equal(code, 2)
    return stderr
  }
  assert.equal(
    await refusal('--theme', 'blog,papr'),
    'admissible: --theme: unknown theme “papr”; did you mean paper?\n',
  )
  assert.equal(
    await refusal('--theme', 'neon'),
    'admissible: --theme: unknown theme “neon”; known: blog, blog-dark, paper, paper-wide, slides, all\n',
  )
  for (const dpi of ['0', '1e9', 'high'])
    assert.equal(
      await refusal('--dpi', dpi),
      `admissible: --dpi is “${dpi}”; it must be a whole number from 30 to 1200\n`,
    )
  assert.ok(!existsSync(out))
})

test('a format that is not known is refused before anything runs', async (t) => {
  const out = join(scratch(t), 'out')
  const { code, stderr } = await admissibleHere([...words, '--out', out, '--format', 'parket'])
  assert.equal(code, 2)
  assert.equal(stderr, 'admissible: --format: unknown format “parket”; did you mean parquet?\n')
  assert.ok(!existsSync(out))
})
