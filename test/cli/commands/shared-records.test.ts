import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissible, admissibleHere, scratch } from '../../helpers/admissible.ts'

/** A lock in which two can find the bit 0. */
const readThenWrite = `import { atMost, done, sharedVariable } from 'admissible'
export const mine = {
  name: 'read-then-write',
  service: 'mutual exclusion',
  requires: {},
  variables: () => ({ lock: sharedVariable({ values: 2 }) }),
  initially: () => ({}),
  operations: {
    acquire: {
      1: (_, { lock }) => lock.await((taken) => taken === 0, 2),
      2: (_, { lock }) => lock.write(1, done),
    },
    release: { 1: (_, { lock }) => lock.write(0, done) },
  },
  guarantees: 'no deadlock',
}`

/** A file in a folder of the test’s own; the broken lock lies beside it. */
function places(t: TestContext): { readonly module: string; readonly file: string } {
  const folder = scratch(t)
  const module = join(folder, 'mine.ts')
  writeFileSync(module, readThenWrite)
  return { module, file: join(folder, 'run.execution.jsonl') }
}

test('what simulate records is verified and comes to the same again', async (t) => {
  const { file } = places(t)
  await admissibleHere(['simulate', 'mcs-lock', '--n', '3', '--passages', '2', '--record', file])
  const { code, stdout } = await admissibleHere(['verify', file])
  assert.equal(code, 0)
  assert.match(stdout, /a true record of an execution on shared memory: \d+ steps, 6 entries\n$/)
  const replayed = await admissibleHere(['replay', file, '--trace', '--from', '2', '--to', '3'])
  assert.equal(replayed.code, 0)
  assert.match(replayed.stdout, /^ {5}2 {2}p_\d .*\n {5}3 {2}p_\d .*\n.*the same again/)
})

test('a record is written in the thread of a simulation, too', (t) => {
  const { file } = places(t)
  assert.equal(admissible(['simulate', 'tas-lock', '--n', '2', '--record', file]).code, 0)
  assert.match(readFileSync(file, 'utf8'), /^\{"format":"admissible-shared-execution\/1"/)
})

test('a record whose seed is another is true all the same, but is not replayed', async (t) => {
  const { file } = places(t)
  await admissibleHere(['simulate', 'tas-lock', '--n', '3', '--seed', '1', '--record', file])
  writeFileSync(file, readFileSync(file, 'utf8').replace('"seed":1', '"seed":2'))
  assert.equal((await admissibleHere(['verify', file])).code, 0)
  const { code, stdout } = await admissibleHere(['replay', file])
  assert.equal(code, 1)
  assert.match(stdout, /in the record it is p_\d’s, but with scheduler random and seed 2 it is p_\d’s/)
})

test('verify names the step of a change, and prints JSON for machines', async (t) => {
  const { file } = places(t)
  await admissibleHere(['simulate', 'tas-lock', '--n', '2', '--scheduler', 'solo', '--record', file])
  const lines = readFileSync(file, 'utf8').split('\n')
  lines[2] = lines[2]!.replace('"after":0', '"after":1').replace('"before":1', '"before":0')
  writeFileSync(file, lines.join('\n'))
  const { code, stdout } = await admissibleHere(['verify', file])
  assert.equal(code, 1)
  assert.match(
    stdout,
    /line 3, step 2, of p_0, release line 1: the value before it is 1, but the record says 0/,
  )
  const { first_error } = JSON.parse((await admissibleHere(['verify', file, '--json'])).stdout)
  assert.deepEqual([first_error.line, first_error.event], [3, 'step 2, of p_0, release line 1'])
})

test('a broken lock of the user’s: recorded, verified as violating, shrunk to four steps of two', async (t) => {
  const { module, file } = places(t)
  const run = await admissibleHere(['simulate', module, '--n', '6', '--record', file])
  assert.equal(run.code, 1)
  const untrusted = await admissibleHere(['verify', file])
  assert.match(untrusted.stderr, /whose code would run; add --allow/)
  const verified = await admissibleHere(['verify', file, '--allow', module])
  assert.equal(verified.code, 0)
  assert.match(verified.stdout, /a true record.*\n {2}mutual exclusion is violated, in step \d+, of p_\d/)
  const shrunk = await admissibleHere(['shrink', file, '--allow', module])
  // By hand: both read 0, both write 1 and enter; one cannot enter twice alone, and each takes two steps to enter.
  assert.match(shrunk.stdout, /processors +2, where there were 6\n +execution +4 steps; no smaller system/)
  const small = file.replace('.execution.jsonl', '.small.execution.jsonl')
  assert.equal((await admissibleHere(['verify', small, '--allow', module])).code, 0)
})

test('what explore finds is recorded: a violation, a lockout for ever, the largest cost', async (t) => {
  const { module, file } = places(t)
  const explore = (...words: string[]) => admissibleHere(['explore', ...words, '--record', file])
  await explore(module, '--n', '2')
  assert.match(
    (await admissibleHere(['verify', file, '--allow', module])).stdout,
    /4 steps, 2 entries\n {2}mutual exclusion is violated: p_0 and p_1 are in the critical section\n$/,
  )
  await explore('tas-lock', '--n', '2', '--extreme', 'lockout')
  assert.match(
    (await admissibleHere(['verify', file])).stdout,
    /the last \d+ steps are repeated for ever\n {2}there is a lockout: p_\d tries for ever\n$/,
  )
  const { stdout } = await explore('mcs-lock', '--n', '2')
  assert.match(stdout, /recorded in .*run\.execution\.jsonl\n$/)
  assert.match((await admissibleHere(['verify', file])).stdout, /passage:cc can be as large as 8\n$/)
  const none = await explore('mcs-lock', '--n', '2', '--extreme', 'violation')
  assert.equal(none.code, 2)
  assert.match(none.stderr, /--extreme violation: there is none to write; there are passage:steps, /)
})

test('a row of a sweep is run again and recorded', async (t) => {
  const { file } = places(t)
  const out = join(file, '..', 'results')
  const sweep = ['--algorithm', 'bakery', '--topology', 'shared-memory', '--n', '2,3', '--delay', 'sticky']
  await admissibleHere(['sweep', ...sweep, '--replicates', '1', '--out', out, '--no-report'])
  const { code, stdout } = await admissibleHere(['replay', out, '--row', '2', '--record', file])
  assert.equal(code, 0)
  assert.match(stdout, /row 2: the same again\n$/)
  assert.match((await admissibleHere(['verify', file])).stdout, /a true record.* 30 entries\n$/)
})

test('where nothing goes wrong there is nothing to shrink, and other formats are refused in one line', async (t) => {
  const { file } = places(t)
  await admissibleHere(['simulate', 'tas-lock', '--n', '2', '--record', file])
  const { code, stderr } = await admissibleHere(['shrink', file])
  assert.deepEqual([code, stderr.trimEnd().split('\n').length], [2, 1])
  assert.match(stderr, /nothing goes wrong in this run, so there is nothing to shrink/)
  writeFileSync(file, readFileSync(file, 'utf8').replace('execution/1', 'execution/9'))
  assert.match((await admissibleHere(['verify', file])).stderr, /it must be "admissible-shared-execution\/1"/)
})
