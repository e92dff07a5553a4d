import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  defineExperiment,
  gridOf,
  loadExperiment,
  stockExperiments,
  tableColumns,
} from '../../experiments/index.ts'
import { fileIn, temporaryFolder } from '../helpers/temporary.ts'

const folder = temporaryFolder()
const docs = readFileSync(join('docs', 'experiments.md'), 'utf8')

test('the experiment in the documentation can run', async () => {
  const code = /```ts\n([\s\S]*?)```/.exec(docs)![1]!
  const { cells } = gridOf(await loadExperiment(fileIn(folder, 'documented.ts', code)))
  // Two algorithms, two networks, 16 … 1024 doubled six times, ten replicates.
  assert.equal(cells.length, 2 * 2 * 7 * 10)
})

test('the documentation names every key of a definition and every column of a row', () => {
  const named = new Set([...docs.matchAll(/`(\w+)`/g)].map((match) => match[1]!))
  for (const key of Object.keys(defineExperiment(stockExperiments[0]!))) assert.ok(named.has(key), key)
  for (const column of tableColumns) assert.ok(named.has(column), column)
})
