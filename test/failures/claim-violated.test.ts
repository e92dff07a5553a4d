import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { recordLcr } from '../helpers/record-lcr.ts'
import { forward, tokenModule } from '../helpers/token-module.ts'

const run = (...words: string[]) => admissibleHere(words)

test('a wrong claim makes run exit 1 and print a command that shows the violation', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'token.ts'), tokenModule("exactly('n - 1')", forward))
  const { code, stdout } = await admissibleHere(['run', './token.ts'], folder)
  assert.equal(code, 1)
  const replay = /to see it again: admissible (.*)/.exec(stdout)![1]!
  const shown = await admissibleHere(replay.split(' '), folder)
  assert.equal(shown.code, 1)
  assert.match(shown.stdout, /messages +5 +claim: 4, violated/)
})

test('a run that violates a claim is shrunk to the smallest that does, and recorded', async (t) => {
  const folder = scratch(t)
  const path = join(folder, 'claims.ts')
  writeFileSync(
    path,
    `export const broadcast = {
      name: 'broadcast',
      requires: { root: true },
      terminates: false,
      initially: ({ isRoot }) => ({ isRoot }),
      uponStart: (p, state) => state.isRoot && p.sendToAll({ type: 'hello' }),
      uponReceiving: { hello() {} },
      claims: { messages: { kind: 'at most', over: 'every execution', formula: '2' } },
    }`,
  )
  const record = join(folder, 'run.execution.jsonl')
  await run(
    'simulate',
    path,
    '--topology',
    'complete',
    '--n',
    '30',
    '--delay',
    'exponential',
    '--record',
    record,
  )
  const small = join(folder, 'small.execution.jsonl')
  const { code, stdout, stderr } = await run('shrink', record, '--out', small, '--allow', path)
  assert.equal(code, 0, stderr)
  // On a path and a ring the root has at most two channels; the smallest complete graph with three has four processors.
  assert.match(stdout, /broadcast on complete\n +network +4 processors/)
  assert.match(stdout, /delay constant/)
  // It is a true record of an execution that violates the claim, and says so.
  const verified = await run('verify', small, '--allow', path)
  assert.equal(verified.code, 0)
  assert.match(verified.stdout, /, but the claim is /)
  const fine = await recordLcr(t)
  assert.match((await run('shrink', fine)).stderr, /nothing goes wrong in this run/)
})
