import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'

test('a schedule that breaks a property is a violation, and its record says so', async (t) => {
  const folder = scratch(t)
  // Whoever hears of two tokens in the wrong order gives up: the two channels must race for it.
  writeFileSync(
    join(folder, 'race.ts'),
    `export const race = {
       name: 'race', requires: { root: true }, terminates: false,
       initially: ({ isRoot }) => ({ isRoot, heard: 0, wrong: 0 }),
       uponStart(p, state) { if (state.isRoot) { p.send(0, { type: 'token', n: 1 }); p.send(0, { type: 'token', n: 2 }) } },
       uponReceiving: { token(p, state, { n }) { if (n !== ++state.heard) state.wrong = 1 } },
       columns: { wrong: { description: 'overtaken', read: ({ states }) => states.reduce((sum, s) => sum + s.wrong, 0) } },
       properties: { inOrder: { kind: 'liveness', check: ({ states }) => states.every((s) => s.wrong === 0) || 'overtaken' } },
     }\n`,
  )
  const words = [
    '--topology',
    'path',
    '--n',
    '2',
    '--runs',
    '20',
    '--objective',
    'wrong',
    '--record',
    'race.jsonl',
  ]
  const { code, stdout } = await admissibleHere(['attack', './race.ts', ...words], folder)
  assert.equal(code, 1)
  assert.match(stdout, /violated inOrder: overtaken/)
  assert.match(
    readFileSync(join(folder, 'race.jsonl'), 'utf8'),
    /"outcome":"violated","property":"inOrder","detail":"inOrder: overtaken"/,
  )
})

test('a property that one order violates is reported with an execution, and exit code 1', async (t) => {
  const folder = scratch(t)
  const [module, file] = [join(folder, 'race.mjs'), join(folder, 'race.execution.jsonl')]
  // On a path 0 – 1 – 2 the ends report to the middle, which must not hear of p_2 first.
  writeFileSync(
    module,
    `export const race = {
      name: 'race', requires: { identifiers: true }, terminates: false,
      initially: ({ id }) => ({ id, first: -1 }),
      uponStart(p, s) { if (p.degree === 1) p.send(0, { type: 'report', id: s.id }) },
      uponReceiving: { report(p, s, m) { if (s.first < 0) s.first = m.id } },
      properties: { inOrder: { kind: 'safety', check: ({ states }) => states[1].first !== 2 || 'p_2 came first' } },
    }`,
  )
  const words = [module, '--topology', 'path', '--n', '3', '--ids', 'ascending', '--record', file]
  const { code, stdout } = await admissibleHere([
    'explore',
    ...words,
    '--workers',
    '1',
    '--extreme',
    'violation',
  ])
  assert.equal(code, 1)
  assert.match(stdout, /violated inOrder: p_2 came first/)
  const verified = await admissibleHere(['verify', file, '--allow', module])
  assert.equal(verified.code, 0)
  assert.match(verified.stdout, /it shows that inOrder is violated: p_2 came first, after comp\(1\) at /)
  // Who does not say so is refused.
  writeFileSync(file, readFileSync(file, 'utf8').replace('"property":"inOrder",', ''))
  const silent = await admissibleHere(['verify', file, '--allow', module])
  assert.equal(silent.code, 1)
  assert.match(silent.stdout, /comp\(1\) at .*: it violates the property inOrder: p_2 came first/)
})
