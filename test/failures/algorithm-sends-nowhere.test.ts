import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { poisonedIn } from '../helpers/poisoned.ts'
import { temporaryFolder } from '../helpers/temporary.ts'
import { assertNamed } from '../helpers/token-module.ts'

const run = (...words: string[]) => admissibleHere(words)

const poisoned = poisonedIn(temporaryFolder())

test('an algorithm that uses a channel that it does not have fails', async () => {
  for (const row of await poisoned('channel', "p.send(9, { type: 'M' })")) {
    assert.equal(row.outcome, 'failed')
    assert.match(row.detail!, /^p_0 as it starts at time 0: .*channel 9/)
  }
})

test('an algorithm that sends on a channel that it does not have is named with its run, and the exit code is 3', async (t) => {
  await assertNamed(t, 'p.send(7, message)', /sends on channel 7, but has 2 channels/, 3)
})

test('a run that goes wrong tells of the last events at the processor concerned, and how to see the others', async (t) => {
  const path = join(scratch(t), 'faulty.ts')
  writeFileSync(
    path,
    `export const faulty = {
      name: 'faulty',
      requires: {},
      terminates: false,
      initially: () => ({ hops: 0 }),
      uponStart: (p) => p.send(0, { type: 'hop' }),
      uponReceiving: {
        hop(p, state) {
          state.hops++
          p.send(state.hops < 3 ? 0 : 7, { type: 'hop' })
        },
      },
    }`,
  )
  const ring = ['--topology', 'ring', '--n', '3', '--delay', 'constant']
  const { code, stdout } = await run('simulate', path, ...ring)
  assert.equal(code, 3)
  assert.match(stdout, /failed: p_0 upon receiving ⟨hop⟩ at time 3: sends on channel 7/)
  assert.match(stdout, /last events at p_0\n +0 +p_0 +wakes.*\n +1 .*hops: 0 → 1.*\n +2 .*hops: 1 → 2/)
  assert.match(
    stdout,
    /admissible simulate .*faulty\.ts#faulty --topology ring --n 3 .*--trace --processors 0/,
  )
  const record = `${path}.execution.jsonl`
  await run('simulate', path, ...ring, '--record', record)
  const verified = await run('verify', record, '--allow', path)
  assert.equal(verified.code, 1)
  assert.match(
    verified.stdout,
    /comp\(0\) at 3: the algorithm throws: sends on channel 7, but has 2 channels/,
  )
})
