import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { strategies } from '../../engine/worst-case/attack/strategies/index.ts'

test('the documentation has a row for every strategy of the adversary, in their order', () => {
  const [, table = ''] = readFileSync('docs/worst-cases.md', 'utf8').split(/^\| Strategy \|.*$/m)
  const rows = table
    .trimStart()
    .split(/\n\n/)[0]!
    .matchAll(/^\| `([\w-]+)` \|/gm)
  assert.deepEqual(
    [...rows].map(([, name]) => name),
    strategies.map(({ name }) => name),
  )
})
