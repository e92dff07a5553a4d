import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissible, admissibleHere, scratch } from '../../helpers/admissible.ts'

const simulate = (...words: string[]) => admissibleHere(['simulate', ...words])
const explore = (...words: string[]) => admissibleHere(['explore', ...words])

test('simulate runs a lock on shared memory and holds it to its claims', async () => {
  const { code, stdout } = await simulate('peterson-lock', '--scheduler', 'sticky', '--seed', '3')
  assert.equal(code, 0)
  assert.match(stdout, /^peterson-lock on shared memory\n {2}processors +2\n/)
  assert.match(stdout, /outcome +terminated\n/)
  assert.match(stdout, /claim +passage:cc at most 6 = 6: held\n/)
})

test('simulate does so in a thread of its own, too', () => {
  const { code, stdout } = admissible(['simulate', 'mcs-lock', '--n', '3'])
  assert.equal(code, 0)
  assert.match(stdout, /mcs-lock on shared memory/)
})

test('simulate prints the row as JSON, with the scheduler and the costs of passages', async () => {
  const { stdout } = await simulate('bakery', '--n', '4', '--scheduler', 'solo', '--passages', '2', '--json')
  const row = JSON.parse(stdout)
  // Alone, 3n + 2 = 14 accesses, of which 3n − 2 = 10 are reads.
  assert.deepEqual(
    [row.delay, row.topology, row.entries, row.solo_steps, row.solo_reads, row.solo_steps_verdict],
    ['solo', 'shared-memory', 8, 14, 10, 'held'],
  )
  assert.equal(row.comp_events, 4 * 2 * 14)
})

test('a trace has a line for each step', async () => {
  const { stdout } = await simulate(
    'tas-lock',
    '--n',
    '2',
    '--passages',
    '1',
    '--scheduler',
    'solo',
    '--trace',
  )
  assert.deepEqual(stdout.split('\n').slice(0, 4), [
    '     1  p_0   acquire 1  test&set lock: was 0, enters',
    '     2  p_0   release 1  writes lock := 0, has left',
    '     3  p_1   acquire 1  test&set lock: was 0, enters',
    '     4  p_1   release 1  writes lock := 0, has left',
  ])
})

test('with participants, the others stay out; with max-steps, a run ends early with exit code 3', async () => {
  const one = JSON.parse((await simulate('tas-lock', '--n', '4', '--participants', '1', '--json')).stdout)
  assert.deepEqual([one.entries, one.contention], [10, 1])
  const { code, stdout } = await simulate('tas-lock', '--n', '4', '--max-steps', '5')
  assert.equal(code, 3)
  assert.match(stdout, /outcome +budget: not finished after 5 steps/)
})

test('explore goes through all interleavings, and reaches the bounds that are claimed', async () => {
  const { code, stdout } = await explore('mcs-lock', '--n', '2')
  assert.equal(code, 0)
  assert.match(stdout, /lockout +never\n/)
  assert.match(stdout, /passage:cc at most 8 = 8: held, and reached\n/)
  assert.match(stdout, /passage:dsm at most 4 = 4: held, and reached\n/)
})

test('explore --reduce looks at less, says so, and says the same', async () => {
  const words = ['tournament', '--n', '4', '--no-costs']
  const [whole, reduced] = [await explore(...words), await explore(...words, '--reduce')]
  const lines = (text: string) => text.trimEnd().split('\n')
  assert.match(lines(reduced.stdout)[1]!, /configurations .* steps between them; others commute with these$/)
  const looked = ({ stdout }: { readonly stdout: string }) =>
    Number(/configurations +([\d,]+), /.exec(stdout)![1]!.replace(',', ''))
  assert.ok(looked(reduced) < looked(whole))
  assert.deepEqual(lines(reduced.stdout).toSpliced(1, 1), lines(whole.stdout).toSpliced(1, 1))
  const asJson = JSON.parse((await explore(...words, '--reduce', '--json')).stdout)
  assert.deepEqual([asJson.reduce, asJson.states], [true, looked(reduced)])
})

test('explore shows a broken lock of the user’s with its steps, and the exit code is 1', async (t) => {
  const path = join(scratch(t), 'mine.ts')
  writeFileSync(
    path,
    `import { done, sharedVariable } from 'admissible'
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
    }`,
  )
  const { code, stdout } = await explore(path, '--n', '2')
  assert.equal(code, 1)
  assert.match(stdout, /mutual exclusion +violated: p_0 and p_1 are in the critical section/)
  // Both read 0, then both write 1 and enter.
  assert.equal(stdout.match(/acquire 2 {2}writes lock := 1, enters/g)?.length, 2)
})

test('attack searches for the most remote references; verify accepts the execution, and explore knows the exact value', async (t) => {
  const file = join(scratch(t), 'most.execution.jsonl')
  const words = [
    'attack',
    'mcs-lock',
    '--n',
    '2',
    '--runs',
    '100',
    '--exact',
    '100000',
    '--seeds',
    '2',
    '--record',
    file,
  ]
  const found = JSON.parse((await admissibleHere([...words, '--json'])).stdout)
  assert.equal(found.objective, 'passage:cc')
  assert.equal(found.best, 8)
  assert.deepEqual(found.claim, { kind: 'at most', formula: '8', value: 8, ratio: 1 })
  assert.deepEqual(found.exact, { kind: 'bounded', value: 8 })
  assert.equal(found.searches.length, 2)
  const { code, stdout } = await admissibleHere(['verify', file])
  assert.equal(code, 0)
  assert.match(stdout, /passage:cc can be as large as 8/)
  const told = await admissibleHere(words)
  assert.match(told.stdout, /searched +at least 8, by \S+ in run \d+ of 100, scheduler /)
  assert.match(told.stdout, /spread +8 to 8, from 2 seeds of 100 runs/)
})

const refusals: readonly (readonly [string, RegExp])[] = [
  [
    'simulate lcr --topology ring --n 4 --scheduler random',
    /--scheduler is for algorithms for shared memory; lcr passes/,
  ],
  [
    'simulate tas-lock --n 4 --topology ring',
    /tas-lock runs on shared memory, where --topology has no meaning/,
  ],
  ['simulate tas-lock', /tas-lock needs --n, the number of processors/],
  ['simulate tas-lock --n 2 --scheduler robin', /unknown scheduler “robin”/],
  ['simulate peterson-lock --n 3', /peterson-lock works with 2 processors, not with 3/],
  ['simulate tas-lock --n 2 --participants 3', /tas-lock: 3 of 2 processors cannot take part/],
  [
    'explore tas-lock --n 2 --topology ring',
    /tas-lock runs on shared memory, where --topology has no meaning/,
  ],
  [
    'explore lcr --topology ring --n 3 --passages 2',
    /--passages is for algorithms for shared memory; lcr passes messages/,
  ],
  [
    'attack mcs-lock --topology ring --n 3',
    /mcs-lock runs on shared memory, where --topology has no meaning/,
  ],
  ['attack mcs-lock', /mcs-lock needs --n, the number of processors/],
  [
    'attack mcs-lock --n 2 --objective messages',
    /the objective is “messages”; of mcs-lock it can be passage:/,
  ],
  [
    'attack lcr --topology ring --n 4 --max-steps 9',
    /--max-steps is for algorithms for shared memory; lcr passes messages/,
  ],
]

for (const [line, message] of refusals)
  test(`${line}: refused in one line`, async () => {
    const { code, stderr } = await admissibleHere(line.split(' '))
    assert.equal(code, 2)
    assert.match(stderr, message)
    assert.equal(stderr.trimEnd().split('\n').length, 1)
  })
