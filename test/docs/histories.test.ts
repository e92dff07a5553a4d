import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { conditionNames } from '../../engine/index.ts'
import { admissibleHere, scratch } from '../helpers/admissible.ts'

const page = readFileSync('docs/histories.md', 'utf8')

test('the history in the documentation is read, and linearizable', async (t) => {
  const [, lines] = /^```json\n(\{"process"[\s\S]*?)^```$/m.exec(page)!
  const folder = scratch(t)
  writeFileSync(join(folder, 'h.jsonl'), lines!)
  const { code, stdout } = await admissibleHere(['check-history', 'h.jsonl'], folder)
  assert.equal(code, 0)
  assert.match(stdout, /^h\.jsonl: 2 operations of 2 processors\n {2}holds {6}linearizable \(register\)\n$/)
})

test('the object in the documentation is one', async (t) => {
  const [, code] = /^```ts\n(import type \{ SequentialObject \}[\s\S]*?)^```$/m.exec(page)!
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.ts'), code!)
  writeFileSync(
    join(folder, 'h.jsonl'),
    '{"process":0,"type":"invoke","f":"offer","value":3}\n{"process":0,"type":"ok","f":"offer","value":3}\n',
  )
  const found = await admissibleHere(['check-history', 'h.jsonl', '--object', './mine.ts#largest'], folder)
  assert.equal(found.code, 0, found.stderr)
})

test('the documentation knows all conditions', () => {
  for (const name of conditionNames) assert.ok(page.includes(`\`${name}\``), name)
})
