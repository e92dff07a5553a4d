import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { authored, testMistakes } from '../helpers/authored.ts'

const throwing = (kind: string): string =>
  authored(
    "p.sendToAll({ type: 'M' })",
    '',
    `properties: { x: { kind: '${kind}', check() { throw new Error('boo') } } },`,
  )

testMistakes([
  [
    'a property that throws',
    throwing('liveness'),
    /^in the final configuration: property x throws Error: boo \(mine\.mjs:10\)$/,
  ],
  [
    'a property that says nothing',
    authored('', '', "properties: { x: { kind: 'safety', check() {} } },"),
    /property x gives undefined; it must give true/,
  ],
])

/** Runs a command on an algorithm with a property that throws. */
async function told(t: TestContext, kind: string, command: string): Promise<string> {
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.mjs'), throwing(kind))
  // The root's message to its two neighbours is received by both: five events, so that line 7 is the end.
  await admissibleHere('simulate ./mine.mjs --topology ring --n 3 --record r.jsonl'.split(' '), folder)
  const { code, stdout, stderr } = await admissibleHere(command.split(' '), folder)
  assert.equal(code, 2)
  assert.equal(stdout, '')
  return stderr
}

for (const [kind, line] of [
  ['liveness', 7],
  ['safety', 1],
] as const)
  test(`a ${kind} property that throws ends verify with one line: file, line, algorithm, property, place`, async (t) => {
    assert.equal(
      await told(t, kind, 'verify r.jsonl --algorithm ./mine.mjs'),
      `admissible: r.jsonl, line ${line}: mine: property x throws Error: boo (mine.mjs:10)\n`,
    )
  })

for (const timing of ['asynchronous', 'synchronous'])
  test(`explore over ${timing} executions names it and its line`, async (t) => {
    assert.equal(
      await told(t, 'liveness', `explore ./mine.mjs --topology ring --n 3 --timing ${timing}`),
      'admissible: mine: property x throws Error: boo (mine.mjs:10)\n',
    )
  })

test('attack, of whose runs none ends, says why and where', async (t) => {
  assert.match(
    await told(t, 'liveness', 'attack ./mine.mjs --topology ring --n 3 --runs 5'),
    /^admissible: none of 5 runs of mine ended: .*property x throws Error: boo \(mine\.mjs:10\)\n$/,
  )
})
