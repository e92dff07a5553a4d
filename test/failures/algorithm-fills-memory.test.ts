import assert from 'node:assert/strict'
import { test } from 'node:test'
import { poisonedIn } from '../helpers/poisoned.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const poisoned = poisonedIn(temporaryFolder())

/** What fills the heap of the JavaScript engine, and what fills memory outside of it. */
const hoarders = {
  'keeps-objects': 'const kept = []; for (;;) kept.push({ a: [1.5], b: [2.5] })',
  'keeps-bytes': 'const kept = []; for (;;) kept.push(new Uint8Array(1e7).fill(1))',
}

for (const [name, deed] of Object.entries(hoarders))
  test(`a handler that ${name.replace('-', ' ')} without end runs out of memory`, async () => {
    for (const row of await poisoned(name, deed)) {
      assert.equal(row.outcome, 'budget')
      assert.equal(row.detail, 'out of memory: it may have 256 MiB')
    }
  })
