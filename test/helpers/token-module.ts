import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { admissibleHere, scratch } from './admissible.ts'

/** A user's module: a ring token whose claim and behaviour are given. */
export const tokenModule = (claim: string, handler: string) => `
import { type Algorithm, atMost, exactly, LEFT } from 'admissible'
import { defineExperiment } from 'admissible/experiments'

type Message = { readonly type: 'token' }
interface State { readonly isRoot: boolean }

export const token: Algorithm<State, Message, { readonly isRoot: boolean }> = {
  name: 'token',
  requires: { root: true, shape: 'ring', orientation: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot }),
  uponStart(p, state) {
    if (state.isRoot) p.send(LEFT, { type: 'token' })
  },
  uponReceiving: {
    token(p, state, message) {
      ${handler}
    },
  },
  claims: { messages: ${claim}, time: atMost('n') },
}

export default defineExperiment({
  name: 'token',
  question: 'How far does a token travel?',
  algorithms: [token],
  topologies: ['ring'],
  sizes: [5, 8],
  replicates: 2,
  seed: 1,
  budget: { messages: 1000, seconds: 2 },
})
`

/** Passes the token on, so that it goes round once. */
export const forward = 'if (!state.isRoot) p.send(LEFT, message)'

/** Runs an algorithm whose handler misbehaves: what is said of it, how to see it again, and the exit code. */
export async function assertNamed(
  t: TestContext,
  handler: string,
  message: RegExp,
  expected: number,
): Promise<void> {
  const folder = scratch(t)
  writeFileSync(
    join(folder, 'token.ts'),
    tokenModule("exactly('n')", handler).replace('sizes: [5, 8]', 'sizes: [5]'),
  )
  const { code, stdout, stderr } = await admissibleHere(
    ['run', './token.ts', '--workers', '2', '--no-report'],
    folder,
  )
  assert.equal(code, expected, stdout + stderr)
  assert.match(stdout, message)
  assert.match(stdout, /to see it again: admissible simulate token\.ts#token --topology ring --n 5/)
  assert.doesNotMatch(stdout + stderr, /\n\s+at /)
}
