import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { forward, tokenModule } from '../helpers/token-module.ts'

const badFiles: readonly (readonly [string, string, RegExp])[] = [
  ['nowhere.ts', '', /nowhere\.ts/],
  ['throws.ts', "throw new Error('at import')", /throws\.ts.*at import/],
  ['empty.ts', 'export const x = 1', /empty\.ts has no default export/],
  ['syntax.ts', 'export default {', /syntax\.ts:\d+/],
  [
    'unknown.ts',
    tokenModule("exactly('n')", forward).replace('replicates', 'replicants'),
    /replicants.*did you mean replicates/,
  ],
  [
    'nested.ts',
    tokenModule("exactly('n')", forward).replace("'ring'],", "'ring', 'rnig'],"),
    /topologies\[1\].*rnig.*ring/,
  ],
]

for (const [name, text, message] of badFiles)
  test(`a bad experiment file is one line and exit code 2: ${name}`, async (t) => {
    const folder = scratch(t)
    if (text !== '') writeFileSync(join(folder, name), text)
    const { code, stderr } = await admissibleHere(['run', `./${name}`], folder)
    assert.equal(code, 2, stderr)
    assert.match(stderr, message)
    assert.equal(stderr.trim().split('\n').length, 1, stderr)
    assert.ok(!existsSync(join(folder, 'results')))
  })

test('a misspelt stock experiment is told what was meant', async () => {
  const { code, stderr } = await admissibleHere(['run', 'quikstart'])
  assert.equal(code, 2)
  assert.match(stderr, /did you mean quickstart\?/)
})
