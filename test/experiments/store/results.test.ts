import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { FinishedCell } from '../../../experiments/cell/index.ts'
import { defineExperiment, runExperiment } from '../../../experiments/index.ts'
import { readLog } from '../../../experiments/store/read-log.ts'
import { Store } from '../../../experiments/store/store.ts'
import { writeTablesFromLog } from '../../../experiments/store/tables.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const folder = temporaryFolder()
const experiment = defineExperiment({
  name: 'trial',
  question: 'What counts?',
  algorithms: ['flooding', 'spanning-tree-flood'],
  topologies: ['ring', 'gnp:degree=3'],
  sizes: [8, 16],
  replicates: 3,
  seed: 7,
})
const out = join(folder, 'out')
await runExperiment(experiment, { out, workers: 2 })
const cells: FinishedCell[] = []
const { header } = readLog(join(out, 'runs.jsonl'), {
  onCell: (cell) => cells.push(cell),
  onDamage: () => assert.fail(),
})!
const read = (directory: string, name: string) => readFileSync(join(directory, name), 'utf8')

test('results in any order, in any portions and more than once make the same tables', () => {
  const directory = join(folder, 'shuffled')
  const store = new Store(directory, header)
  const backwards = [...cells].sort((a, b) => b.index - a.index)
  for (let i = 0; i < backwards.length; i += 5) store.add(backwards.slice(i, i + 5))
  assert.deepEqual(store.add(cells), [])
  store.complete()
  store.close()
  for (const name of ['runs.csv', 'verdicts.csv', 'timings.csv', 'manifest.json'])
    assert.equal(read(directory, name), read(out, name))
})

test('a second, different result of a cell is refused; the first stays', () => {
  const directory = join(folder, 'contradiction')
  const store = new Store(directory, header)
  const [first] = cells
  store.add([first!])
  const other = { ...first!, row: { ...first!.row, messages: first!.row.messages! + 1 } }
  assert.throws(() => store.add([other]), {
    name: 'InputError',
    message: /^two results contradict each other about .* on .*n = .*replicate \d: messages is \d+ and \d+;/,
  })
  // What was stopped by the clock on one machine may be finished on another: that contradicts nothing.
  const stopped = { ...first!, row: { ...first!.row, outcome: 'budget' as const, m: null, messages: null } }
  assert.deepEqual(store.add([stopped]), [])
  assert.deepEqual(store.recorded.read(first!.index).row, first!.row)
  store.close()
})

test('the tables can be written from the log alone, also from an unfinished one', () => {
  const names = ['runs.csv', 'verdicts.csv', 'timings.csv', 'manifest.json']
  const before = names.map((name) => read(out, name))
  for (const name of names) rmSync(join(out, name))
  writeTablesFromLog(out)
  assert.deepEqual(
    names.map((name) => read(out, name)),
    before,
  )
  const log = read(out, 'runs.jsonl')
  const lines = log.split('\n').slice(0, 5).join('\n')
  // Four whole rows and a torn one.
  truncateSync(join(out, 'runs.jsonl'), Buffer.byteLength(lines) + 10)
  rmSync(join(out, 'manifest.json'))
  const manifest = writeTablesFromLog(out)!
  assert.deepEqual([manifest.complete, manifest.cells], [false, cells.length])
  assert.equal(read(out, 'runs.csv').trim().split('\n').length, 1 + 4)
  assert.ok(readdirSync(out).every((name) => !name.endsWith('.draft')))
})
