import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

/** One worker unless the words say otherwise: threads take long to start. */
const attackOn = (...words: string[]) =>
  admissibleHere(['attack', ...words, ...(words.includes('--workers') ? [] : ['--workers', '1'])])

test('the same runs on one worker and on three find the same', async () => {
  const words = ['dfs-tree-no-root', '--topology', 'lollipop', '--n', '8', '--runs', '700', '--json']
  const [one, three] = [
    await attackOn(...words, '--workers', '1'),
    await attackOn(...words, '--workers', '3'),
  ]
  assert.equal(one.code, 0)
  assert.equal(three.stdout, one.stdout)
})

test('the execution found is accepted by verify, and its messages are those that were found', async (t) => {
  const file = join(scratch(t), 'lcr.execution.jsonl')
  const words = ['--topology', 'ring', '--n', '8', '--runs', '100', '--record', file, '--json']
  const { code, stdout } = await attackOn('lcr', ...words)
  assert.equal(code, 0)
  const found = JSON.parse(stdout)
  // n(n + 3)/2 = 8 · 11/2.
  assert.equal(found.best, 44)
  assert.deepEqual(found.claim, { kind: 'at most', formula: 'n(n + 3)/2', value: 44, ratio: 1 })
  assert.equal(found.exact, null)
  assert.equal(found.runs, 100)
  assert.equal(found.execution.file, file)
  const verified = await admissibleHere(['verify', file, '--json'])
  assert.equal(verified.code, 0)
  assert.equal(JSON.parse(verified.stdout).messages, 44)
})

test('what a search by the clock found is found again by as many runs', async () => {
  const words = ['dfs-tree-no-root', '--topology', 'lollipop', '--n', '8', '--json']
  const timed = await attackOn(...words, '--seconds', '0.7', '--workers', '2')
  const found = JSON.parse(timed.stdout)
  const again = await attackOn(...words, '--runs', String(found.runs))
  assert.deepEqual(JSON.parse(again.stdout), found)
})

test('several seeds: each search is that of its seed alone, the best counts, and people are told the spread', async () => {
  const words = ['hirschberg-sinclair', '--topology', 'ring', '--n', '16', '--runs', '60']
  const bestFrom = async (seed: number) =>
    JSON.parse((await attackOn(...words, '--seed', String(seed), '--json')).stdout).best
  const alone = [await bestFrom(3), await bestFrom(4), await bestFrom(5)]
  const together = ['--seed', '3', '--seeds', '3']
  const { best, searches } = JSON.parse((await attackOn(...words, ...together, '--json')).stdout)
  assert.deepEqual(
    searches,
    alone.map((best, i) => ({ seed: 3 + i, runs: 60, best })),
  )
  assert.equal(best, Math.max(...alone))
  const { stdout } = await attackOn(...words, ...together)
  const [least, most] = [Math.min(...alone), Math.max(...alone)]
  assert.match(stdout, new RegExp(`spread +${least} to ${most}, median \\d+, from 3 seeds of 60 runs`))
  assert.match(stdout, /--runs 60 --seed 3 --seeds 3 finds the same again/)
})

test('identifiers, initiators and ports that are given are not chosen', async () => {
  const words = [
    '--topology',
    'lollipop',
    '--n',
    '6',
    '--ids',
    '5,3,1,0,2,4',
    '--initiators',
    '2,4',
    '--ports',
    'sorted',
  ]
  const { stdout } = await attackOn('dfs-tree-no-root', ...words, '--runs', '50', '--json')
  assert.deepEqual(JSON.parse(stdout).chosen, ['schedule'])
})

test('on a small instance, all schedules can be explored beside the search', async () => {
  const words = [
    '--topology',
    'complete',
    '--n',
    '4',
    '--objective',
    'time',
    '--runs',
    '100',
    '--exact',
    '100000',
  ]
  const { stdout } = await attackOn('echo', ...words, '--json')
  const { best, exact } = JSON.parse(stdout)
  // ecc + n.
  assert.deepEqual([best, exact], [5, 5])
  const told = await attackOn(
    'dfs-tree-no-root',
    '--topology',
    'path',
    '--n',
    '3',
    '--runs',
    '100',
    '--exact',
    '10000',
  )
  assert.match(
    told.stdout,
    /exact +(\d+) over all schedules of this instance, .+ wake.*, with its identifiers/,
  )
  const cut = await attackOn('echo', ...words.slice(0, -1), '5', '--json')
  assert.equal(JSON.parse(cut.stdout).exact, null)
})

test('people are told the bound, the ratio, each strategy and how to find it again', async () => {
  const { stdout } = await attackOn(
    'echo',
    '--topology',
    'complete',
    '--n',
    '6',
    '--objective',
    'time',
    '--runs',
    '80',
  )
  assert.match(stdout, /echo: the most time found on 6 processors, 15 channels/)
  assert.match(stdout, /searched +at least 7, by greedy in run \d+ of 80/)
  assert.match(stdout, /claim +at most ecc \+ n = 7: ratio 1.000/)
  // 32 runs of greedy and 32 of hill climbing begin; of the next round 16 runs are left, for the first that goes on.
  assert.match(stdout, /greedy +32 +7/)
  assert.match(stdout, /hill-climbing +48 +7/)
  assert.match(stdout, /spread +not known from one seed of 80 runs/)
  assert.match(stdout, /--runs 80 --seed 1 finds the same again/)
})

test('an objective of one’s own may be any function of the measures, the final states and the instance', async (t) => {
  const folder = scratch(t)
  writeFileSync(
    join(folder, 'mine.ts'),
    `export const spread = ({ measures, final, instance }) =>
       measures.messages - final.states.length + 0 * instance.network.n\n`,
  )
  const words = ['--topology', 'ring', '--n', '8', '--runs', '50', '--json', '--workers', '1']
  const own = await admissibleHere(['attack', 'lcr', ...words, '--objective', './mine.ts#spread'], folder)
  assert.equal(own.stderr, '')
  assert.equal(JSON.parse(own.stdout).best, 44 - 8)
  assert.equal(JSON.parse(own.stdout).claim, null)
  writeFileSync(join(folder, 'bad.ts'), `export default ({ nothing }) => nothing.there\n`)
  const thrown = await admissibleHere(['attack', 'lcr', ...words, '--objective', './bad.ts'], folder)
  assert.equal(thrown.code, 2)
  assert.match(thrown.stderr, /^admissible: objective .\/bad.ts throws TypeError: [^\n]*\n$/)
  const none = await admissibleHere(['attack', 'lcr', ...words, '--objective', './mine.ts#spred'], folder)
  assert.equal(none.code, 2)
  assert.match(none.stderr, /exports no function “spred”; did you mean spread\?\n$/)
})

test('the most messages of a type over all schedules of the instance found are said on request', async () => {
  const words = ['lcr', '--topology', 'ring', '--n', '5', '--ids', 'descending', '--runs', '20']
  const { stdout } = await attackOn(...words, '--objective', 'messages:id', '--exact', '100000', '--json')
  // Descending, the i-th largest identifier travels i channels: 1 + 2 + … + 5.
  assert.equal(JSON.parse(stdout).exact, 15)
})

test('bad usage is refused in one line', async (t) => {
  const refused = async (words: string[], pattern: RegExp) => {
    const { code, stderr } = await attackOn(...words)
    assert.equal(code, 2)
    assert.match(stderr, pattern)
    assert.equal(stderr.trimEnd().split('\n').length, 1)
  }
  const ring = ['lcr', '--topology', 'ring', '--n', '5']
  await refused(['lcr'], /attack needs --topology/)
  await refused([...ring, '--runs', '5', '--seconds', '1'], /--runs and --seconds both say when to end/)
  await refused([...ring, '--seeds', '2', '--seconds', '1'], /--seeds compares searches of as many runs/)
  await refused([...ring, '--choose', 'delays'], /--choose has no “delays”/)
  await refused([...ring, '--ids', 'worst', '--choose', 'ids'], /ids cannot be both given and chosen/)
  await refused([...ring, '--strategy', 'gredy'], /unknown strategy “gredy”; did you mean greedy\?/)
  await refused([...ring, '--objective', 'bits'], /unknown objective “bits”/)
  await refused(
    ['spanning-tree-flood', '--topology', 'ring', '--n', '5', '--exact', '9', '--objective', 'tree_depth'],
    /--exact is for the objectives messages, messages:TYPE and time, not tree_depth/,
  )
  await refused(['bfs-sync', '--topology', 'ring', '--n', '5'], /bfs-sync is written in rounds, .*explore/)
  await refused([...ring, '--wakeup', 'staggered'], /wake-ups must be at time 0/)
  const file = join(scratch(t), 'no', 'where.jsonl')
  await refused([...ring, '--runs', '5', '--record', file], /cannot write/)
  assert.ok(!existsSync(file))
})

test('attack chooses crashes, and verify accepts what it has found', async (t) => {
  const file = join(scratch(t), 'chain.execution.jsonl')
  const words = ['attack', 'floodset', '--n', '4', '--faults', 'crash:f=2', '--f', '1', '--beyond']
  const { code, stdout } = await admissibleHere([...words, '--record', file])
  assert.equal(code, 1)
  assert.match(stdout, /violated agreement: /)
  assert.match(stdout, /p_\d crashes in round 0, /)
  const verified = await admissibleHere(['verify', file])
  assert.deepEqual([verified.code, /agreement is violated/.test(verified.stdout)], [0, true])
  const few = await admissibleHere([...words, '--objective', 'messages', '--runs', '1', '--json'])
  // In the first run nothing fails: (f + 1) n (n − 1) = 24 messages.
  const told = JSON.parse(few.stdout)
  assert.deepEqual([few.code, told.best, told.violated, told.runs], [0, 24, null, 1])
})

test('attack chooses faults and delays of asynchronous executions, and verify accepts what it has found', async (t) => {
  for (const [words, property, text] of [
    [
      ['bracha-rb', '--n', '3', '--faults', 'byzantine:f=1', '--beyond'],
      'termination',
      /p_\d says value \d to p_\d wherever value is \d/,
    ],
    [
      ['two-phase-commit', '--n', '4', '--faults', 'crash:f=1', '--beyond'],
      'termination',
      /p_\d crashes in its step \d+, /,
    ],
  ] as const) {
    const file = join(scratch(t), 'found.execution.jsonl')
    const { code, stdout } = await admissibleHere(['attack', ...words, '--record', file])
    assert.equal(code, 1)
    assert.match(stdout, new RegExp(`violated ${property}: `))
    assert.match(stdout, text)
    assert.match(stdout, /asynchronous executions, seed 1/)
    const verified = await admissibleHere(['verify', file])
    assert.deepEqual([verified.code, verified.stdout.includes(`${property} is violated`)], [0, true])
    assert.equal((await admissibleHere(['replay', file])).code, 0)
  }
})

test('an execution that is cut off says what is still open in it, and the exit code is that of a budget', async () => {
  const words = ['attack', 'ben-or', '--n', '4', '--faults', 'crash:f=2', '--beyond', '--runs', '2']
  const { code, stdout } = await admissibleHere(words)
  assert.equal(code, 3)
  assert.match(stdout, /no end +more than 10000 messages were sent, and not every correct processor decides/)
})

for (const [words, problem] of [
  [['--f', '1'], /--f and --beyond go with --faults/],
  [
    ['--faults', 'crash:f=2', '--strategy', 'greedy'],
    /--strategy is about schedules; where faults are chosen/,
  ],
  [['--faults', 'loss'], /choices are gone through of crash, omission and byzantine/],
  [['--faults', 'crash:f=2', '--f', '1'], /2 processors may fail, but floodset is told that f = 1 may/],
] as const)
  test(`attack floodset ${words.join(' ')} is refused in a line`, async () => {
    const { code, stderr } = await admissibleHere([
      'attack',
      'floodset',
      '--topology',
      'complete',
      '--n',
      '4',
      ...words,
    ])
    assert.deepEqual([code, stderr.trim().split('\n').length], [2, 1])
    assert.match(stderr, problem)
  })
