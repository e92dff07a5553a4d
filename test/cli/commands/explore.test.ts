import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

/** One worker unless the words say otherwise: threads take long to start. */
/** What a verification says that the execution shows: “agreement: …”. */
const shownIn = ({ shows }: { shows: { broken: { property: string; reason: string } } }): string =>
  `${shows.broken.property}: ${shows.broken.reason}`

const exploreOn = (...words: string[]) =>
  admissibleHere(['explore', ...words, ...(words.includes('--workers') ? [] : ['--workers', '1'])])

test('the same instances on one worker and on three give the same', async () => {
  const words = ['lcr', '--topology', 'ring', '--n', '4', '--over', 'ids', '--json']
  const [one, three] = [
    await exploreOn(...words, '--workers', '1'),
    await exploreOn(...words, '--workers', '3'),
  ]
  assert.equal(one.code, 0)
  assert.equal(three.stdout, one.stdout)
  const found = JSON.parse(one.stdout)
  // 4!/4 orders; ascending 2n − 1 + n = 11 messages, descending n(n + 1)/2 + n = 14; 2n units of time.
  assert.deepEqual(
    [found.exhausted, found.instances, found.messages, found.time, found.final_configurations],
    [true, 6, { min: 11, max: 14 }, { max: 8 }, 1],
  )
})

test('an execution that comes as close as one likes to the largest time is written, and verify accepts it', async (t) => {
  const file = join(scratch(t), 'echo.execution.jsonl')
  const words = ['echo', '--topology', 'complete', '--n', '4', '--wakeup', 'root']
  const { code, stdout } = await exploreOn(...words, '--record', file, '--extreme', 'time-max')
  assert.equal(code, 0)
  assert.match(stdout, /time at most ecc \+ n = 5: held, ratio 1/)
  assert.match(stdout, /over +all schedules; wake-up root, inputs random, seed 1/)
  const verified = JSON.parse((await admissibleHere(['verify', file, '--json'])).stdout)
  assert.equal(verified.ok, true)
  assert.ok(verified.time > 5 - 1e-5 && verified.time <= 5)
})

test('what the reduction saves is said on request: more than tenfold for flooding on five', async () => {
  const words = ['flooding', '--topology', 'complete', '--n', '5', '--wakeup', 'root', '--no-time']
  const { stdout } = await exploreOn(...words, '--gain', '--json')
  const { states, without_reduction } = JSON.parse(stdout)
  assert.ok(without_reduction.states > 10 * states)
})

test('an exploration that its budget stops gives lower estimates, and exit code 3', async () => {
  const words = ['flooding', '--topology', 'complete', '--n', '6', '--states', '50', '--no-time']
  const { code, stdout } = await exploreOn(...words)
  assert.equal(code, 3)
  assert.match(stdout, /messages +at least \d/)
  assert.match(stdout, /not exhausted +50 configurations/)
})

test('all connected graphs of four, from every root, are explored together', async () => {
  const words = ['flooding', '--n', '4', '--over', 'graphs,root', '--wakeup', 'root', '--values', '0,0,0,0']
  const { code, stdout } = await exploreOn(...words, '--json')
  assert.equal(code, 0)
  const found = JSON.parse(stdout)
  // Trees send n − 1 = 3 messages, the complete graph 2 · 6 − 3 = 9. A path from its end: ecc = 3.
  assert.deepEqual([found.messages, found.time], [{ min: 3, max: 9 }, { max: 3 }])
})

const refused: readonly (readonly [readonly string[], RegExp])[] = [
  [['lcr'], /explore needs --topology/],
  [['lcr', '--topology', 'ring'], /topology ring needs --n/],
  [
    ['lcr', '--topology', 'ring', '--n', '4', '--over', 'idz'],
    /--over has no “idz”; there are graphs, ids, root, ports/,
  ],
  [
    ['bfs-sync', '--topology', 'ring', '--n', '4', '--timing', 'asynchronous'],
    /bfs-sync is written in rounds/,
  ],
  [['lcr', '--topology', 'ring', '--n', '4', '--timing', 'both'], /--timing is “both”/],
  [
    ['lcr', '--topology', 'ring', '--n', '4', '--timing', 'synchronous', '--wakeup', 'any'],
    /--wakeup any: in rounds, explore needs to be told who wakes when/,
  ],
  [
    ['flooding', '--topology', 'ring', '--n', '4', '--wakeup', 'any'],
    /--wakeup any: flooding needs its root/,
  ],
  [['flooding', '--n', '9', '--over', 'graphs'], /from 1 to 7 can/],
  [['lcr', '--topology', 'ring', '--n', '12', '--over', 'ids'], /479,001,600 instances/],
]

for (const [words, message] of refused)
  test(`explore ${words.join(' ')} is refused in one line`, async () => {
    const { code, stdout, stderr } = await exploreOn(...words)
    assert.deepEqual([code, stdout], [2, ''])
    assert.match(stderr, message)
    assert.equal(stderr.trim().split('\n').length, 1)
  })

test('an algorithm in rounds has one execution on each instance: all connected graphs of four, from every root', async (t) => {
  const file = join(scratch(t), 'rounds.execution.jsonl')
  const words = ['bfs-sync', '--n', '4', '--over', 'graphs,root', '--wakeup', 'root']
  const { code, stdout } = await exploreOn(...words, '--record', file, '--json')
  const found = JSON.parse(stdout)
  // As when flooding, 2m − 3: 3 messages on a tree, 9 where all are joined; a path from its end takes 3 rounds.
  assert.deepEqual(
    [code, found.exhausted, found.messages, found.time],
    [0, true, { min: 3, max: 9 }, { max: 3 }],
  )
  const verified = JSON.parse((await admissibleHere(['verify', file, '--json'])).stdout)
  assert.deepEqual([verified.ok, verified.messages], [true, 9])
})

test('in rounds, a message-driven algorithm takes part, too', async () => {
  const words = [
    'lcr',
    '--topology',
    'ring',
    '--n',
    '4',
    '--over',
    'ids',
    '--timing',
    'synchronous',
    '--json',
  ]
  const found = JSON.parse((await exploreOn(...words)).stdout)
  // The same 11 to 14 messages as in any schedule, in 2n rounds.
  assert.deepEqual([found.messages, found.time], [{ min: 11, max: 14 }, { max: 8 }])
})

/** Nobody should be up; what is wrong comes before the first event, among the wake-ups, or in one. */
const early = `
  const up = {
    requires: { identifiers: true }, terminates: false,
    initially: ({ id }) => ({ id, up: false }),
    uponStart(p, s) { s.up = true; p.sendToAll({ type: 'M' }) },
    uponReceiving: { M() {} },
  }
  const never = (check) => ({ never: { kind: 'safety', check } })
  export const before = { ...up, name: 'before',
    properties: never(({ states }) => states.some((s) => s.up) || 'nobody is up') }
  export const among = { ...up, name: 'among',
    properties: never(({ states }) => !states[0].up || states[1].up || 'only p_0 is up') }
  export const inside = { ...up, name: 'inside',
    uponStart(p, s) { if (s.id === 2) throw new Error('no start'); p.sendToAll({ type: 'M' }) } }`

for (const [name, reason, events] of [
  ['before', 'never: nobody is up', 0],
  ['among', 'never: only p_0 is up', 1],
  ['inside', 'the algorithm throws: no start', 2],
] as const)
  for (const wakeUps of [[], ['--wakeup', 'any']])
    test(`what goes wrong ${name} the wake-ups is written, ${wakeUps.join(' ')}`, async (t) => {
      const folder = scratch(t)
      const [module, file] = [join(folder, 'early.mjs'), join(folder, 'early.execution.jsonl')]
      writeFileSync(module, early)
      const words = [`${module}#${name}`, '--topology', 'path', '--n', '3', '--ids', 'ascending', ...wakeUps]
      const { code } = await exploreOn(...words, '--record', file, '--extreme', 'violation')
      assert.equal(code, 1)
      const verified = JSON.parse(
        (await admissibleHere(['verify', file, '--allow', module, '--json'])).stdout,
      )
      const said = verified.shows === null ? verified.first_error.problem : shownIn(verified)
      assert.ok(said.includes(reason), said)
      if (wakeUps.length === 0) assert.equal(verified.events, events)
    })

test('an explored violation is shrunk to the least ring and a shortest schedule, which verify finds wrong alike', async (t) => {
  const folder = scratch(t)
  const [module, file] = [join(folder, 'race.mjs'), join(folder, 'race.execution.jsonl')]
  // Each processor wants to hear first of one with a smaller identifier than its own.
  writeFileSync(
    module,
    `export const race = {
      name: 'race', requires: { identifiers: true, shape: 'ring' }, terminates: false,
      initially: ({ id }) => ({ id, first: -1 }),
      uponStart(p, s) { p.sendToAll({ type: 'report', id: s.id }) },
      uponReceiving: { report(p, s, m) { if (s.first < 0) s.first = m.id } },
      properties: { inOrder: { kind: 'safety', check: ({ states }) => states.every((s) => s.first <= s.id) || 'a larger one came first' } },
    }`,
  )
  const words = [
    module,
    '--topology',
    'ring',
    '--n',
    '5',
    '--ids',
    'ascending',
    '--no-time',
    '--record',
    file,
  ]
  assert.equal((await exploreOn(...words, '--extreme', 'violation')).code, 1)
  const shrunk = await admissibleHere(['shrink', file, '--allow', module])
  assert.match(shrunk.stdout, /3 processors, 3 channels, where there were 5/)
  // Three wake; the first report that comes to the least is from a larger one.
  assert.match(shrunk.stdout, /4 events, 6 messages; no schedule goes wrong sooner/)
  const small = join(folder, 'race.small.execution.jsonl')
  const verified = JSON.parse((await admissibleHere(['verify', small, '--allow', folder, '--json'])).stdout)
  assert.deepEqual([verified.events, shownIn(verified)], [4, 'inOrder: a larger one came first'])
  const sound = join(folder, 'lcr.execution.jsonl')
  await exploreOn('lcr', '--topology', 'ring', '--n', '3', '--record', sound)
  assert.match((await admissibleHere(['shrink', sound])).stderr, /nothing goes wrong in this run/)
})

test('a claim about messages of a type is judged, and its violation written and shrunk', async (t) => {
  const folder = scratch(t)
  const [module, file] = [join(folder, 'typed.mjs'), join(folder, 'typed.execution.jsonl')]
  writeFileSync(
    module,
    `export const typed = {
      name: 'typed', requires: { root: true }, terminates: false,
      initially: ({ isRoot }) => ({ isRoot }),
      uponStart(p, s) { if (s.isRoot) p.sendToAll({ type: 'ask' }) },
      uponReceiving: { ask(p, s, m, from) { p.send(from, { type: 'answer' }) }, answer() {} },
      claims: { 'messages:ask': { kind: 'exactly', over: 'every execution', formula: 'n - 1' },
        'messages:answer': { kind: 'at most', over: 'every execution', formula: '1' } },
    }`,
  )
  const words = [
    module,
    '--topology',
    'star',
    '--n',
    '4',
    '--root',
    '0',
    '--wakeup',
    'root',
    '--record',
    file,
  ]
  const { code, stdout } = await exploreOn(...words, '--extreme', 'violation')
  assert.equal(code, 1)
  assert.match(stdout, /messages:ask exactly n − 1 = 3: held/)
  assert.match(stdout, /violated messages:answer at most 1: messages:answer 3, but 1 = 1/)
  // With two leaves there are still two answers.
  assert.match(
    (await admissibleHere(['shrink', file, '--allow', module])).stdout,
    /3 processors, 2 channels, where there were 4/,
  )
})
