import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { defineExperiment, type Row, runExperiment, writeTablesFromLog } from '../../../experiments/index.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const folder = temporaryFolder()
const definition = {
  name: 'adaptive',
  question: 'How many replicates does it take?',
  // On a ring, flooding sends n + 1 messages whatever happens; the time of the other varies with the delays.
  algorithms: ['flooding', 'lcr'],
  topologies: ['ring'],
  sizes: [8, 16],
  replicates: 60,
  untilCi: { fraction: 0.2, least: 5 },
  seed: 7,
} as const
const experiment = defineExperiment(definition)
const out = join(folder, 'out')
const read = (directory: string, name: string) => readFileSync(join(directory, name), 'utf8')
const { rows, manifest, interrupted } = await runExperiment(experiment, { out, workers: 2 })

const groups = new Map<string, Row[]>()
for (const row of rows) {
  const key = `${row.algorithm} ${row.n}`
  groups.set(key, [...(groups.get(key) ?? []), row])
}

/** Twice the 97.5% quantile of Student's t for some degrees of freedom, from a table. */
const quantiles: Readonly<Record<number, number>> = {
  4: 2.776,
  5: 2.571,
  9: 2.262,
  19: 2.093,
  39: 2.023,
  59: 2.001,
}

test('every group has as many replicates as its precision takes, within the limits, and they are the first', () => {
  assert.equal(groups.size, 4)
  for (const [name, members] of groups) {
    const count = members.length
    assert.deepEqual(
      members.map(({ replicate }) => replicate),
      members.map((_, i) => i),
    )
    assert.ok(count >= 5 && count <= 60, name)
    // For numbers that stand in no table, the quantile for fewer degrees of freedom is larger.
    const degrees = Object.keys(quantiles).map(Number)
    const t = quantiles[Math.max(...degrees.filter((degree) => degree <= count - 1))]!
    for (const measure of ['messages', 'time'] as const) {
      const values = members.map((row) => row[measure]!)
      const mean = values.reduce((sum, value) => sum + value, 0) / count
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1)
      const width = (2 * t * Math.sqrt(variance / count)) / mean
      assert.ok(count === 60 || width <= 0.2 * 1.1, `${name}: ${measure} ${width} with ${count}`)
    }
  }
  assert.ok(rows.length < 4 * 60)
  assert.equal(interrupted, false)
  assert.deepEqual([manifest.complete, manifest.cells], [true, rows.length])
})

test('neither the number of workers nor interruptions change which replicates there are', async () => {
  const lines = read(out, 'runs.jsonl').trimEnd().split('\n')
  for (const kept of [1, 7, 23, lines.length - 1]) {
    const again = join(folder, `cut-${kept}`)
    mkdirSync(again)
    writeFileSync(
      join(again, 'runs.jsonl'),
      lines
        .slice(0, kept)
        .map((line) => `${line}\n`)
        .join(''),
    )
    await runExperiment(experiment, { out: again, workers: 1, resume: true })
    for (const name of ['runs.csv', 'manifest.json']) assert.equal(read(again, name), read(out, name))
  }
})

test('the log alone tells whether enough replicates are there', () => {
  const before = read(out, 'manifest.json')
  rmSync(join(out, 'manifest.json'))
  writeTablesFromLog(out)
  assert.equal(read(out, 'manifest.json'), before)
})

test('what cannot be is refused', async () => {
  const refused = (change: object, message: RegExp) =>
    assert.throws(() => defineExperiment({ ...definition, ...change }), { name: 'InputError', message })
  refused({ untilCi: { fraction: 0 } }, /untilCi\.fraction: must be above 0/)
  refused({ untilCi: { fraction: 0.1, least: 61 } }, /untilCi\.least is 61, but replicates, the most, is 60/)
  refused({ untilCi: { fraction: 0.1, last: 3 } }, /untilCi\.last: there is no such key.*least/)
  await assert.rejects(
    runExperiment(experiment, { out: join(folder, 'shard'), shard: { index: 1, count: 2 } }),
    {
      name: 'InputError',
      message: /a shard does not see whole groups/,
    },
  )
})
