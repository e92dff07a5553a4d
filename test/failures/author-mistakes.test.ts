import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'

/** A root sends M to all, and whoever gets it does something; on line 8 when it starts, on line 9 upon receiving. */
const module = (start: string, receive: string, more = '') => `let kept = null
const list = []
export const mine = {
  name: 'mine',
  requires: { root: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot, got: 0, list }),
  uponStart(p, s) { if (s.isRoot) { kept = p; ${start} } },
  uponReceiving: { M(p, s, m, from) { ${receive} } },
  ${more}
}
`

/** Simulates it on four processors, with and without a record; both must end alike. */
async function simulated(t: TestContext, source: string, ...more: string[]) {
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.mjs'), source)
  const words = ['simulate', './mine.mjs', '--topology', 'complete', '--n', '4', '--json', ...more]
  const plain = await admissibleHere(words, folder)
  const recorded = await admissibleHere([...words, '--record', 'run.jsonl'], folder)
  assert.equal(recorded.stdout, plain.stdout)
  assert.equal(recorded.code, plain.code)
  assert.equal(existsSync(join(folder, 'run.jsonl.draft')), false)
  return plain
}

const failures: readonly (readonly [what: string, source: string, detail: RegExp])[] = [
  [
    'a message that is changed after it was sent',
    module("const m = { type: 'M', v: 1 }; p.sendToAll(m); m.v = 2", ''),
    /^p_\d as it starts at time 0: throws TypeError.*what was sent.*\(mine\.mjs:8\)$/,
  ],
  [
    'a message that its receiver changes',
    module("p.sendToAll({ type: 'M', v: { w: 1 } })", 'm.v.w = 2'),
    /^p_\d upon receiving ⟨M⟩ at time .*throws TypeError.*what was sent.*\(mine\.mjs:9\)$/,
  ],
  [
    'memory that states share',
    module("p.sendToAll({ type: 'M' })", 's.list.push(from)'),
    /upon receiving ⟨M⟩.*part of several states.*\(mine\.mjs:9\)$/,
  ],
  [
    'a processor that is used in another event',
    module("p.sendToAll({ type: 'M' })", "if (s.got++ === 0) kept.sendToAll({ type: 'M' })"),
    /upon receiving ⟨M⟩.*p is valid only while its handler runs.*\(mine\.mjs:9\)$/,
  ],
  [
    'a BigInt in a message',
    module("p.sendToAll({ type: 'M', a: [{ w: 5n }] })", ''),
    /as it starts.*⟨M⟩ whose field a\.0\.w is a BigInt, 5;.*\(mine\.mjs:8\)$/,
  ],
  ['a message that is none', module('p.sendToAll()', ''), /sends undefined; a message is an object/],
  [
    'a channel in letters',
    module("p.send('0', { type: 'M' })", ''),
    /sends on channel '0', a text;.*\(mine\.mjs:8\)$/,
  ],
  [
    'a property that throws',
    module('', '', "properties: { x: { kind: 'liveness', check() { throw new Error('boo') } } },"),
    /^in the final configuration: property x throws Error: boo \(mine\.mjs:10\)$/,
  ],
  [
    'a property that says nothing',
    module('', '', "properties: { x: { kind: 'safety', check() {} } },"),
    /property x gives undefined; it must give true/,
  ],
  [
    'a state that cannot be copied',
    module('', '').replace('got: 0', 'got: () => 0'),
    /^p_0 in its initial state.*the field got is a function of its state/,
  ],
  [
    'knowledge that there is not',
    module('', '').replace('({ isRoot })', '({ isRoot, foo })'),
    /^p_0 in its initial state.*mine reads foo of its input; there are value, isRoot, id \(requires: \{ identifiers: true \}\)/,
  ],
]

for (const [what, source, detail] of failures)
  test(`${what} is the author's fault, with processor, event and line, recorded or not`, async (t) => {
    const { code, stdout } = await simulated(t, source)
    assert.equal(code, 3)
    const row = JSON.parse(stdout)
    assert.equal(row.outcome, 'failed')
    assert.match(row.detail, detail)
  })

test('an async handler is refused when the algorithm is loaded', async (t) => {
  const { code, stderr } = await simulated(t, module('', '').replace('uponStart', 'async uponStart'))
  assert.equal(code, 2)
  assert.match(stderr, /mine\.mjs: algorithm mine: uponStart: is written as async.*without async and await/)
})

test('a simulation that hangs ends after its seconds, says where it was, and leaves no draft', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.mjs'), module("p.sendToAll({ type: 'M' })", 'for (;;) s.got++'))
  const words = [
    '--topology',
    'complete',
    '--n',
    '4',
    '--delay',
    'constant',
    '--max-seconds',
    '2',
    '--record',
    'r',
  ]
  const { code, stdout } = await admissibleHere(['simulate', './mine.mjs', ...words, '--json'], folder)
  assert.equal(code, 3)
  const row = JSON.parse(stdout)
  assert.equal(row.outcome, 'budget')
  assert.match(row.detail, /^not finished after 2 s: p_\d upon receiving ⟨M⟩ at time 1, after 3 messages$/)
  assert.equal(existsSync(join(folder, 'r.draft')), false)
})
