import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockSyncAveraging, flooding } from '../../../../algorithms/index.ts'
import { type Algorithm, type AnyAlgorithm, clockSkew, forceSkew } from '../../../../engine/index.ts'
import fc from '../../../helpers/property.ts'
import { verifyLines } from '../../../helpers/record.ts'

interface Message {
  readonly type: 'clock'
  readonly shows: number
}
interface Input {
  readonly isRoot: boolean
  readonly delay: { readonly min: number; readonly max: number }
}
interface State {
  readonly isRoot: boolean
  readonly usual: number
  adjustment: number
}

const columns = { skew: clockSkew(({ adjustment }: State) => adjustment) }

/** All set their clocks to that of the root, supposing that its message took as long as the middle of the bounds. */
const followRoot: Algorithm<State, Message, Input> = {
  name: 'follow-root',
  requires: { root: true, clocks: true, delayBounds: true, shape: 'complete' },
  terminates: false,
  initially: ({ isRoot, delay: { min, max } }) => ({ isRoot, usual: (min + max) / 2, adjustment: 0 }),
  uponStart(p, { isRoot }) {
    if (isRoot) p.sendToAll({ type: 'clock', shows: p.clock() })
  },
  uponReceiving: {
    clock(p, state, { shows }) {
      state.adjustment = shows + state.usual - p.clock()
    },
  },
  columns,
}

/** Nobody does anything, but waits for a timer: clocks are as far apart as they were. */
const idle: Algorithm<State, Message, Input> = {
  ...followRoot,
  name: 'idle',
  uponStart: (p) => p.setTimer('later', 2),
  uponTimeout: { later() {} },
  uponReceiving: { clock() {} },
}

const loaded = (algorithm: unknown): AnyAlgorithm => algorithm as AnyAlgorithm

for (const algorithm of [clockSyncAveraging, followRoot, idle].map(loaded))
  test(`${algorithm.name}: for all clocks, n and u, some shifted execution has a skew of u(1 − 1/n)`, () => {
    const cases = fc.record({
      n: fc.integer({ min: 2, max: 6 }),
      uncertainty: fc.constantFrom(0.25, 0.5, 0.1, 0.9),
      offsets: fc.array(fc.integer({ min: 0, max: 64 }), { minLength: 6, maxLength: 6 }),
    })
    fc.assert(
      fc.property(cases, ({ n, uncertainty, offsets }) => {
        const ahead = offsets.slice(0, n).map((by) => by / 16)
        const found = forceSkew(algorithm, n, { uncertainty, ahead })
        assert.ok(found.sound, JSON.stringify(found.executions.map(({ alike, legal }) => [alike, legal])))
        assert.equal(found.executions.length, n)
        assert.ok(found.worst.skew! >= found.uncertainty * (1 - 1 / n) - 1e-9)
        for (const { lines } of found.executions) {
          const texts = lines.map((line) => line.trimEnd())
          assert.equal(verifyLines(texts, algorithm).first_error, null)
        }
      }),
      { numRuns: 15 },
    )
  })

test('averaging attains the bound in every one of these executions, so it cannot be improved', () => {
  for (const n of [2, 3, 4, 8]) {
    const { executions, bound } = forceSkew(loaded(clockSyncAveraging), n)
    // 0.5 (1 − 1/n).
    assert.ok(Math.abs(bound - 0.5 * (1 - 1 / n)) < 1e-12)
    for (const { skew } of executions) assert.ok(Math.abs(skew! - bound) < 1e-9)
  }
})

test('two who follow the root are u/2 apart, three of whom two do are u apart: by hand', () => {
  // n = 2, u = 0.5: the message takes 0.5 or 1 where 0.75 is supposed.
  assert.deepEqual(
    forceSkew(loaded(followRoot), 2).executions.map(({ skew }) => skew),
    [0.25, 0.25],
  )
  // n = 3: in the second execution p_1 and p_2 hear p_0 after 1, both too early; in the third p_1 after 0.5, p_2 after 1.
  assert.deepEqual(
    forceSkew(loaded(followRoot), 3).executions.map(({ skew }) => skew),
    [0.25, 0.25, 0.5],
  )
})

test('an algorithm that looks at what it may not is found out: the processors do not see the same', () => {
  let runs = 0
  const sly = {
    ...followRoot,
    name: 'sly',
    initially: (input: Input) => {
      runs += input.isRoot ? 1 : 0
      return { isRoot: input.isRoot, usual: runs, adjustment: 0 }
    },
    uponStart(p: { sendToAll(message: object): void }, { usual }: State) {
      p.sendToAll({ type: 'clock', shows: usual })
    },
  }
  const { sound, executions } = forceSkew(loaded(sly), 3)
  assert.equal(sound, false)
  assert.ok(executions.some(({ alike, legal }) => alike !== true || legal !== true))
})

const refused: readonly (readonly [AnyAlgorithm, number, number, RegExp])[] = [
  [loaded(flooding), 3, 0.5, /about algorithms that synchronise clocks: .*; flooding has no clocks/],
  [loaded({ ...followRoot, columns: {} }), 3, 0.5, /follow-root has no such column/],
  [
    loaded({ ...followRoot, requires: { ...followRoot.requires, shape: 'ring' } }),
    3,
    0.5,
    /complete networks/,
  ],
  [loaded({ ...followRoot, stopWhen: () => true }), 3, 0.5, /end by themselves/],
  [loaded(clockSyncAveraging), 1, 0.5, /n ≥ 2 processors; here n = 1/],
  [loaded(clockSyncAveraging), 3, 1, /the uncertainty is 1; it must be above 0 and below 1/],
]
for (const [algorithm, n, uncertainty, message] of refused)
  test(`refused: ${algorithm.name} on ${n} with uncertainty ${uncertainty}, ${message.source}`, () => {
    assert.throws(() => forceSkew(algorithm, n, { uncertainty }), { name: 'InputError', message })
  })
