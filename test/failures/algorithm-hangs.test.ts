import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { authored } from '../helpers/authored.ts'
import { poisonedIn } from '../helpers/poisoned.ts'
import { temporaryFolder } from '../helpers/temporary.ts'
import { assertNamed } from '../helpers/token-module.ts'

const poisoned = poisonedIn(temporaryFolder())

test('a handler that never returns is ended after the seconds of the budget', async () => {
  for (const row of await poisoned('hangs', 'for (;;);', 'budget: { seconds: 1.5 }')) {
    assert.equal(row.outcome, 'budget')
    assert.equal(row.detail, 'not finished after 1.5 s')
  }
})

test('an algorithm that never returns is named with its run, and the exit code is 3', async (t) => {
  await assertNamed(t, 'for (;;);', /2 s/, 3)
})

test('a simulation that hangs ends after its seconds, says where it was, and leaves no draft', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.mjs'), authored("p.sendToAll({ type: 'M' })", 'for (;;) s.got++'))
  const words =
    'simulate ./mine.mjs --topology complete --n 4 --delay constant --max-seconds 2 --record r --json'
  const { code, stdout } = await admissibleHere(words.split(' '), folder)
  assert.equal(code, 3)
  const row = JSON.parse(stdout)
  assert.equal(row.outcome, 'budget')
  assert.match(row.detail, /^not finished after 2 s: p_\d upon receiving ⟨M⟩ at time 1, after 3 messages$/)
  assert.equal(existsSync(join(folder, 'r.draft')), false)
})
