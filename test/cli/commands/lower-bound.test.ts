import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

/** An algorithm in a file: every processor sends a token round the ring, and elects itself when one comes that has. */
const march = `export default {
  name: 'march',
  requires: { size: true, orientation: true },
  terminates: true,
  initially: ({ n }) => ({ n, elected: false }),
  uponStart: (p) => p.send(0, { type: 'token', hops: 1 }),
  uponReceiving: {
    token(p, state, { hops }) {
      if (hops < state.n) return p.send(0, { type: 'token', hops: hops + 1 })
      state.elected = true
      p.terminate()
    },
  },
}
`

test('the open-edge adversary writes an execution that is verified', async (t) => {
  const file = join(scratch(t), 'forced.execution.jsonl')
  const words = ['lower-bound', 'ring', 'lcr', '--n', '16', '--ids', 'descending', '--record', file]
  const { code, stdout } = await admissibleHere([...words, '--json'])
  assert.equal(code, 0)
  const told = JSON.parse(stdout)
  // n(n − 1)/2 while an edge is open; n log2(n)/4 + 1/2 by the theorem.
  assert.deepEqual([told.forced, told.bound, told.holds], [120, 16.5, true])
  assert.equal(told.ids.length, 16)
  const verified = await admissibleHere(['verify', file, '--json'])
  assert.deepEqual([verified.code, JSON.parse(verified.stdout).messages], [0, told.execution.messages])
  const text = await admissibleHere(words)
  assert.match(text.stdout, /forced +120 messages; the theorem says n log2\(n\)\/4 \+ 1\/2 = 16\.5: held/)
})

test('what cannot be subject to a theorem is bad input, and a budget that is spent is a failure', async () => {
  const flooding = await admissibleHere(['lower-bound', 'ring', 'flooding', '--n', '8'])
  assert.deepEqual([flooding.code, flooding.stdout], [2, ''])
  assert.match(flooding.stderr, /flooding requires root\n$/)
  assert.equal((await admissibleHere(['lower-bound', 'ring', 'lcr', '--n', '12'])).code, 2)
  assert.equal((await admissibleHere(['lower-bound', 'line', 'lcr', '--n', '8'])).code, 2)
  const short = ['lower-bound', 'ring', 'lcr', '--n', '16', '--max-messages', '20']
  const { code, stdout } = await admissibleHere(short)
  assert.equal(code, 3)
  assert.match(stdout, /stopped after 20 messages/)
})

test('on an anonymous ring all processors stay alike, round by round', async (t) => {
  const file = join(scratch(t), 'march.mjs')
  writeFileSync(file, march)
  const { code, stdout } = await admissibleHere(['lower-bound', 'anonymous', file, '--n', '4', '--json'])
  assert.equal(code, 0)
  const told = JSON.parse(stdout)
  assert.deepEqual([told.alike, told.first_difference, told.ended, told.rounds.length], [true, null, true, 5])
  assert.deepEqual(told.rounds[4].state, { n: 4, elected: true })
  const text = await admissibleHere(['lower-bound', 'anonymous', file, '--n', '4'])
  assert.match(text.stdout, /It elects everyone or no one/)
  const stopped = await admissibleHere(['lower-bound', 'anonymous', file, '--n', '4', '--rounds', '2'])
  assert.equal(stopped.code, 3)
})

/** All follow the clock of the first processor. */
const follow = `import { clockSkew } from 'admissible'
export default {
  name: 'follow',
  requires: { root: true, clocks: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot, adjustment: 0 }),
  uponStart: (p, { isRoot }) => isRoot && void p.sendToAll({ type: 'clock', shows: p.clock() }),
  uponReceiving: {
    clock(p, state, { shows }) {
      state.adjustment = shows + 1 - p.clock()
    },
  },
  columns: { skew: clockSkew(({ adjustment }) => adjustment) },
}
`

test("clocks of an algorithm of one's own are kept apart, in an execution that is verified", async (t) => {
  const folder = scratch(t)
  const [module, file] = [join(folder, 'follow.mjs'), join(folder, 'apart.execution.jsonl')]
  writeFileSync(module, follow)
  const words = ['lower-bound', 'clocks', module, '--n', '3', '--record', file]
  const { code, stdout, stderr } = await admissibleHere([...words, '--json'])
  assert.equal(code, 0, stderr)
  const told = JSON.parse(stdout)
  // It supposes that messages take 1, where some take a half: those who hear after 0.5 and after 1 are half a unit apart.
  assert.deepEqual([told.skew, told.holds, told.executions.length], [0.5, true, 3])
  assert.ok(Math.abs(told.bound - 1 / 3) < 1e-12)
  const verified = await admissibleHere(['verify', file, '--allow', module, '--json'])
  assert.equal(verified.code, 0, verified.stderr)
  const text = await admissibleHere(words)
  assert.match(text.stdout, /skew +0\.5; no algorithm can promise less than u\(1 − 1\/n\) = 0\.333333: held/)
})

test('what synchronises no clocks is bad input to the theorem about them', async () => {
  const { code, stderr } = await admissibleHere(['lower-bound', 'clocks', 'flooding', '--n', '3'])
  assert.equal(code, 2)
  assert.match(stderr, /about algorithms that synchronise clocks/)
})

/** A register of which everyone has a copy, and tells the others when it changes it. */
const hasty = `import { registers } from 'admissible'
export default {
  name: 'hasty',
  requires: { shape: 'complete' },
  terminates: false,
  service: registers.atomic,
  initially: () => ({ copy: null }),
  uponInvoking: {
    read: (p, { copy }) => void p.respond(copy),
    write(p, state, value) {
      state.copy = value
      p.sendToAll({ type: 'set', value })
      p.respond()
    },
  },
  uponReceiving: {
    set(p, state, { value }) {
      state.copy = value
    },
  },
}
`

test('a register that is too fast is told by which history, and its records are written', async (t) => {
  const folder = scratch(t)
  const [module, file] = [join(folder, 'hasty.mjs'), join(folder, 'fast.execution.jsonl')]
  writeFileSync(module, hasty)
  const words = ['lower-bound', 'registers', module, '--n', '3', '--record', file]
  const { code, stdout, stderr } = await admissibleHere(words)
  assert.equal(code, 1, stderr)
  assert.match(stdout, /read \+ write +d = 1 +0 {2}too fast/)
  assert.match(stdout, /read +u\/4 = 0\.125 +0 {2}too fast/)
  assert.match(stdout, /p_0 y\.read\(\) at 8 answers null at 8/)
  // Two for the first theorem, one for each of the others.
  assert.match(
    stdout,
    /fast\.execution\.jsonl, .*fast-2\.execution\.jsonl, .*fast-3\.execution\.jsonl, .*fast-4\.execution\.jsonl/,
  )
  const verified = await admissibleHere(['verify', join(folder, 'fast-4.execution.jsonl'), '--allow', module])
  assert.equal(verified.code, 0)
  assert.match(verified.stdout, /it shows that linearizability is violated/)
  const json = JSON.parse((await admissibleHere([...words, '--json'])).stdout)
  assert.deepEqual([json.broken, json.findings.length, json.findings[1].bound], [true, 3, 0.25])
})

test('a register that is slow enough keeps to every theorem', async () => {
  const { code, stdout } = await admissibleHere(['lower-bound', 'registers', 'abd-register', '--n', '3'])
  assert.equal(code, 0)
  assert.match(stdout, /write +u\/2 = 0\.25 +3 {2}kept/)
})

/** Everyone acts three times as it wakes. */
const rash = `import { specialActions } from 'admissible'
export default {
  name: 'rash',
  requires: {},
  terminates: true,
  initially: () => ({ actions: 0 }),
  uponStart(p, state) {
    state.actions = 3
    p.terminate()
  },
  uponReceiving: {},
  columns: { actions: specialActions(({ actions }) => actions) },
}
`

test('who is too fast for so many sessions has fewer of them in another order of steps', async (t) => {
  const folder = scratch(t)
  const [module, file] = [join(folder, 'rash.mjs'), join(folder, 'few.execution.jsonl')]
  writeFileSync(module, rash)
  const words = ['lower-bound', 'sessions', module, '--n', '4', '--sessions', '3', '--record', file]
  const { code, stdout, stderr } = await admissibleHere(words)
  assert.equal(code, 1, stderr)
  // Three times as they wake, one after the other: only one session, where (3 − 1) · 3 = 6 units are needed for three.
  assert.match(stdout, /took +0 units of time if every delay is 1; the theorem says \(s − 1\) D = 6/)
  assert.match(stdout, /have 1 of 3 sessions, and nobody can tell/)
  assert.equal((await admissibleHere(['verify', file, '--allow', module])).code, 0)
  const right = ['lower-bound', 'sessions', 'sessions-asynchronous:s=3', '--n', '4', '--sessions', '3']
  const slow = await admissibleHere([...right, '--json'])
  assert.equal(slow.code, 0, slow.stderr)
  assert.deepEqual([JSON.parse(slow.stdout).took, JSON.parse(slow.stdout).reordered], [6, null])
})

test('a lock with too few registers is shown with two inside, and one with enough has n covered', async (t) => {
  const folder = scratch(t)
  const file = join(folder, 'both.execution.jsonl')
  const mine = join(folder, 'mine.ts')
  writeFileSync(
    mine,
    `import { done, sharedVariable } from 'admissible'
export const mine = {
  name: 'one-register', service: 'mutual exclusion', requires: {}, guarantees: 'no deadlock',
  variables: () => ({ x: sharedVariable({ values: 2 }) }),
  initially: () => ({}),
  operations: {
    acquire: { 1: (_, { x }) => x.await((taken) => taken === 0, 2), 2: (_, { x }) => x.write(1, done) },
    release: { 1: (_, { x }) => x.write(0, done) },
  },
}`,
  )
  const { code, stdout } = await admissibleHere(['lower-bound', 'locks', mine, '--n', '3', '--record', file])
  assert.equal(code, 1)
  assert.match(
    stdout,
    /covered +p_0 covers x\n +mutual exclusion +violated: after 4 steps two are in the crit/,
  )
  const verified = await admissibleHere(['verify', file, '--allow', mine])
  assert.match(verified.stdout, /4 steps, 2 entries\n {2}mutual exclusion is violated/)
  const enough = await admissibleHere(['lower-bound', 'locks', 'one-bit', '--n', '3', '--json'])
  const told = JSON.parse(enough.stdout)
  assert.deepEqual([enough.code, told.registers, told.violated, told.covered.length], [0, 3, null, 3])
  const values = await admissibleHere(['lower-bound', 'values', 'tas-lock', '--n', '3'])
  assert.equal(values.code, 0)
  assert.match(values.stdout, /bypass +no bound: p_1 waits, which p_0 cannot tell, and enters for ever/)
  const queue = await admissibleHere(['lower-bound', 'values', 'rmw-queue-lock', '--n', '3', '--json'])
  assert.equal(JSON.parse(queue.stdout).contents.length, 3)
  const flooding = await admissibleHere(['lower-bound', 'locks', 'flooding', '--n', '3'])
  assert.equal(flooding.code, 2)
  assert.match(flooding.stderr, /is about locks on shared memory; flooding is none\n$/)
})

for (const [words, code, said, shown] of [
  [
    ['rounds', 'floodset', '--n', '4', '--f', '2', '--told', '1'],
    1,
    /0 in \d+, then 0 and 1 in 1, then 1 in \d+/,
    /agreement is violated/,
  ],
  [
    ['rounds', 'floodset', '--n', '3', '--f', '1'],
    0,
    /in round 2; the theorem says f \+ 1 = 2/,
    /legal and admissible/,
  ],
  [
    ['liars', 'phase-king-optimal', '--n', '3'],
    1,
    /A and C see a system in which B lies: violated agreement/,
    /agreement is violated/,
  ],
  [
    ['messages', 'dolev-strong', '--n', '5', '--f', '2'],
    0,
    /the theorem says at least .* = 4/,
    /legal and admissible/,
  ],
  [
    ['messages', 'two-phase-commit', '--n', '5', '--f', '2'],
    1,
    /violated termination/,
    /termination is violated/,
  ],
  [
    ['generals', 'floodset', '--n', '2'],
    1,
    /0,1 {2}inputs 0,1, lost from round 0 on {2}violated/,
    /agreement is violated/,
  ],
  [
    ['halves', 'ben-or', '--n', '4', '--f', '2', '--events', '50'],
    1,
    /does not decide in 50 events/,
    /legal and admissible/,
  ],
  [
    ['flp', 'two-phase-commit', '--n', '3'],
    1,
    /p_0 crashes as it wakes, and nobody ever decides/,
    /termination is violated/,
  ],
  [
    ['flp', 'ben-or', '--n', '3', '--events', '40'],
    0,
    /undecided for 4\d events, in which nobody crashes/,
    /legal and admissible/,
  ],
] as const)
  test(`lower-bound ${words.join(' ')} writes what it shows, and verify accepts it`, async (t) => {
    const file = join(scratch(t), 'shown.execution.jsonl')
    const found = await admissibleHere(['lower-bound', ...words, '--record', file])
    assert.equal(found.code, code, found.stderr)
    assert.match(found.stdout, said)
    const verified = await admissibleHere(['verify', file])
    assert.equal(verified.code, 0, verified.stdout)
    assert.match(verified.stdout, shown)
    const json = JSON.parse((await admissibleHere(['lower-bound', ...words, '--json'])).stdout)
    assert.equal(json.theorem, words[0])
  })

test('lower-bound flp draws what can be decided along the schedule, as SVG or PNG', async (t) => {
  const folder = scratch(t)
  const draw = async (name: string) => {
    const file = join(folder, name)
    const words = ['lower-bound', 'flp', 'two-phase-commit', '--n', '3', '--draw', file]
    const { code, stderr } = await admissibleHere(words)
    assert.equal(code, 1, stderr)
    return readFileSync(file)
  }
  const svg = String(await draw('undecided.svg'))
  // All configurations can be gone through: nothing is small, and none of the inputs leads to both decisions.
  assert.match(svg, /^<svg [^>]*width="316.8"/)
  assert.deepEqual(
    [...svg.matchAll(/r="7" fill="(#\w+)"/g)].map(([, fill]) => fill),
    [...['#ffffff', '#ffffff', '#ffffff', '#000000']],
  )
  assert.equal((await draw('undecided.png')).subarray(1, 4).toString(), 'PNG')
})

for (const [words, problem] of [
  [['flp', 'floodset', '--n', '3'], /floodset is written in rounds/],
  [['flp', 'ben-or', '--n', '3', '--draw', 'x.pdf'], /--draw is “x.pdf”; .* must end with .svg or .png/],
  [['flp', 'ben-or', '--n', '5', '--f', '2'], /the theorem is about f = 1; here f = 2/],
  [['liars', 'eig-byzantine', '--n', '4'], /3 ≤ n ≤ 3f processors; here n = 4, f = 1/],
  [['rounds', 'floodset', '--n', '3', '--f', '2'], /n ≥ f \+ 2 processors; here n = 3, f = 2/],
  [['generals', 'floodset', '--n', '3'], /the theorem is about n = 2; here n = 3/],
] as const)
  test(`lower-bound ${words.join(' ')} is refused in a line`, async () => {
    const { code, stderr } = await admissibleHere(['lower-bound', ...words])
    assert.deepEqual([code, stderr.trim().split('\n').length], [2, 1])
    assert.match(stderr, problem)
  })
