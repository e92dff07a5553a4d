import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'

const pages = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join('docs', name), 'utf8') }))

test('every recorded execution in the documentation is accepted', async (t) => {
  const files = pages.flatMap(({ text }) =>
    [...text.matchAll(/^```json\n(\{"format"[\s\S]*?)^```$/gm)].map((match) => match[1]!),
  )
  assert.equal(files.length, 3)
  for (const content of files) {
    const path = join(scratch(t), 'run.execution.jsonl')
    writeFileSync(path, content)
    const { code, stdout, stderr } = await admissibleHere(['verify', path])
    assert.equal(code, 0, stdout + stderr)
  }
})
