import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

/** p_0 writes 1; p_1 then reads 0, and reads 1. */
const stale = `{"process":0,"type":"invoke","f":"write","value":1}
{"process":0,"type":"ok","f":"write"}
{"process":1,"type":"invoke","f":"read"}
{"process":1,"type":"ok","f":"read","value":0}
{"process":1,"type":"invoke","f":"read"}
{"process":1,"type":"ok","f":"read","value":1}
`

test('a stale read is a violation, with the operations that show it', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'h.jsonl'), stale)
  const { code, stdout } = await admissibleHere(
    ['check-history', 'h.jsonl', '--object', 'register:initial=0', '--draw', 'why.svg'],
    folder,
  )
  assert.equal(code, 1)
  assert.equal(
    stdout,
    `h.jsonl: 3 operations of 2 processors
  violated   linearizable (register:initial=0): read by p_1 answers 0, which fits no order of these 2 operations that respects real time; 1 would

    p_0    ├─ write(1) ──┤
    p_1                    ├─ read → 0 ──┤

`,
  )
  const svg = readFileSync(join(folder, 'why.svg'), 'utf8')
  for (const text of ['h.jsonl: not linearizable', 'write(1)', 'read → 0'])
    assert.ok(svg.includes(text), text)
  assert.ok(!svg.includes('read → 1'))
})

test('the same history is sequentially consistent', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'h.jsonl'), stale)
  const { code, stdout } = await admissibleHere(
    [
      'check-history',
      'h.jsonl',
      '--for',
      'sequentially-consistent',
      '--object',
      'register:initial=0',
      '--json',
    ],
    folder,
  )
  assert.equal(code, 0)
  assert.deepEqual(JSON.parse(stdout), {
    history: 'h.jsonl',
    object: 'register:initial=0',
    operations: 3,
    bypass: null,
    findings: [{ condition: 'sequentially-consistent', verdict: 'holds', sentence: null, part: [] }],
  })
})

test('what is asked tells what a history is held to', async (t) => {
  const folder = scratch(t)
  const event = (process: number, type: string, f: string, value: unknown = null) =>
    `${JSON.stringify({ process, type, f, value })}\n`
  const histories = {
    'locks.jsonl': event(0, 'invoke', 'acquire') + event(0, 'ok', 'acquire'),
    'news.jsonl':
      event(0, 'invoke', 'broadcast', 'a') + event(0, 'output', 'deliver', { from: 0, value: 'a' }),
    'queue.jsonl': event(0, 'invoke', 'enqueue', 1) + event(0, 'ok', 'enqueue'),
  }
  const held = async (name: string) => {
    const { code, stdout } = await admissibleHere(['check-history', name], folder)
    assert.equal(code, 0, stdout)
    return stdout
      .split('\n')
      .slice(1, -1)
      .map((line) => line.trim().replace(/ +/, ' '))
  }
  for (const [name, text] of Object.entries(histories)) writeFileSync(join(folder, name), text)
  assert.deepEqual(await held('locks.jsonl'), [
    'holds mutual-exclusion',
    'holds no-deadlock',
    'bypass 0: the most entries of others while one waits',
  ])
  assert.deepEqual(await held('news.jsonl'), [
    'holds integrity',
    'holds no-duplication',
    'holds validity',
    'holds agreement',
  ])
  assert.deepEqual(await held('queue.jsonl'), ['holds linearizable (queue)'])
})

test('an object of one’s own is held to', async (t) => {
  const folder = scratch(t)
  writeFileSync(
    join(folder, 'mine.ts'),
    `export const largest = {
  name: 'largest', operations: ['offer'], initial: 0,
  apply: (state: number, _: string, argument: number) => ({ state: Math.max(state, argument), result: Math.max(state, argument) }),
}`,
  )
  const offer = (value: number, answer: number) =>
    `{"process":0,"type":"invoke","f":"offer","value":${value}}\n{"process":0,"type":"ok","f":"offer","value":${answer}}\n`
  writeFileSync(join(folder, 'right.jsonl'), offer(3, 3) + offer(2, 3))
  writeFileSync(join(folder, 'wrong.jsonl'), offer(3, 3) + offer(2, 2))
  const check = (name: string) =>
    admissibleHere(['check-history', name, '--object', './mine.ts#largest'], folder)
  assert.equal((await check('right.jsonl')).code, 0)
  const { code, stdout } = await check('wrong.jsonl')
  assert.equal(code, 1)
  assert.match(stdout, /offer\(2\) by p_0 answers 2, which fits no order of these 2 operations .*; 3 would/)
})

const refused = [
  [['missing.jsonl'], 'cannot read “missing.jsonl”: there is no such file'],
  [['h.jsonl', '--for', 'linearisable'], 'unknown condition “linearisable”; did you mean linearizable?'],
  [['h.jsonl', '--object', 'registre'], 'unknown object “registre”; did you mean register?'],
  [
    ['h.jsonl', '--object', 'queue'],
    'queue has no operation “write” (p_0, operation 0); it has enqueue, dequeue',
  ],
  [['h.jsonl', '--draw', 'why.pdf'], '--draw is “why.pdf”; its name must end in .svg or .png'],
  [
    ['odd.jsonl'],
    'odd.jsonl asks for jump; no object of the catalogue has all of these: name one of your own with --object ./mine.ts#name',
  ],
] as const

for (const [words, message] of refused)
  test(`check-history ${words.join(' ')} is refused in one line`, async (t) => {
    const folder = scratch(t)
    writeFileSync(join(folder, 'h.jsonl'), stale)
    writeFileSync(join(folder, 'odd.jsonl'), '{"process":0,"type":"invoke","f":"jump"}\n')
    const { code, stderr } = await admissibleHere(['check-history', ...words], folder)
    assert.equal(code, 2)
    assert.equal(stderr, `admissible: ${message}\n`)
  })
