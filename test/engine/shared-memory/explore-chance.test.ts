import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedCoin, sharedCoinWith } from '../../../algorithms/index.ts'
import {
  type Bracket,
  done,
  exploreChance,
  exploreObject,
  judgeChanceClaims,
  localCoin,
  type ObjectState,
  type SharedObject,
  sharedVariable,
  weakSharedCoin,
} from '../../../engine/index.ts'

const isAt = ({ lower, upper }: Bracket, value: number, tolerance = 1e-9): void => {
  const rounding = 1e-11 * value
  assert.ok(lower <= value + rounding && value - rounding <= upper, `${value}: ${lower} … ${upper}`)
  assert.ok(upper - lower <= 2 * tolerance * Math.max(upper, 1e-3))
}

// The benchmark “coin” of the Quantitative Verification Benchmark Set (QComp): N processors, barriers at ±KN, steps are flips, counts and
// looks. Published: the expected number of steps until all have finished.
for (const [n, K, most, least] of [
  [2, 2, 75, 48],
  [2, 4, 243, 192],
  [4, 2, 363, 192],
] as const)
  test(`the shared coin of ${n} with barriers at ±${K * n} takes between ${least} and ${most} expected steps, as published`, () => {
    const tolerance = n > 2 ? 1e-4 : 1e-9
    const found = exploreChance(sharedCoinWith(K), { n, tolerance, answers: n === 2 })
    assert.equal(found.complete, true)
    assert.equal(found.endless, null)
    isAt(found.expected!.steps.max, most, tolerance)
    isAt(found.expected!.steps.min, least, tolerance)
    isAt(found.expected!.flips.max, most / 3, tolerance)
    isAt(found.expected!.flips.min, least / 3, tolerance)
    for (const { id, verdict } of judgeChanceClaims(sharedCoinWith(K), n, found))
      assert.equal(verdict, 'held', id)
  })

test('the answers of two with barriers at ±4 differ with probability 13/120 at most, as published, and agree if they are lucky', () => {
  const { probabilities } = exploreChance(sharedCoin, { n: 2 })
  const differ = probabilities.find(({ answers }) => answers.kind === 'different')!
  isAt(differ.max, 13 / 120)
  isAt(differ.min, 0)
})

test('what schedulers can make of the answers is what a program says that knows this coin alone', () => {
  for (const [K, wanted] of [
    [1, 'different'],
    [2, '0'],
    [2, '1'],
    [3, 'different'],
  ] as const) {
    const { probabilities } = exploreChance(sharedCoinWith(K), { n: 2 })
    const found = probabilities.find(({ answers }) =>
      answers.kind === 'same' ? String(answers.answer) === wanted : wanted === 'different',
    )!
    const [least, most] = ([Math.min, Math.max] as const).map((better) => literal(K, wanted, better))
    assert.ok(
      Math.abs(found.min.lower - least!) < 1e-8 && Math.abs(found.max.upper - most!) < 1e-8,
      `${K} ${wanted}`,
    )
  }
})

/** The coin of two as the benchmark has it, spelled out: the best probability of an end, by value iteration and nothing else. */
function literal(K: number, wanted: string, better: (...values: number[]) => number): number {
  // A processor: 0 flips, 1 or 2 counts down or up, 3 looks, 4 or 5 has seen 0 or 1.
  const range = 2 * K + 2
  const values = new Map<string, number>()
  const states: [number, number, number][] = []
  for (let count = -range; count <= range; count++)
    for (let a = 0; a < 6; a++) for (let b = 0; b < 6; b++) states.push([count, a, b])
  const value = (count: number, a: number, b: number): number => values.get(`${count} ${a} ${b}`) ?? 0
  const step = (count: number, own: number, on: (count: number, own: number) => number): number => {
    if (own === 0) return (on(count, 1) + on(count, 2)) / 2
    if (own < 3) return on(count + (own === 1 ? -1 : 1), 3)
    return on(count, count <= -2 * K ? 4 : count >= 2 * K ? 5 : 0)
  }
  for (let sweep = 0; sweep < 1500; sweep++)
    for (const [count, a, b] of states) {
      const ended = a > 3 && b > 3
      const ends = a !== b ? 'different' : String(a - 4)
      const choices = [
        ...(a > 3 ? [] : [step(count, a, (c, next) => value(c, next, b))]),
        ...(b > 3 ? [] : [step(count, b, (c, next) => value(c, a, next))]),
      ]
      values.set(`${count} ${a} ${b}`, ended ? Number(ends === wanted) : better(...choices))
    }
  return value(0, 0, 0)
}

type Waiting = ObjectState & { readonly i: number }

test('who may wait for ever has no expected costs, and the one who waits is named', () => {
  const variables = () => ({ coin: localCoin(), flag: sharedVariable({ values: 2 }) })
  const waiting: SharedObject<Waiting, typeof variables, 'flip'> = {
    name: 'waiting-coin',
    service: weakSharedCoin,
    requires: {},
    variables,
    initially: ({ i }) => ({ i }),
    operations: {
      flip: {
        1: (s, { coin, flag }) =>
          s.i === 0 ? coin.flip((side) => (side === 1 ? 2 : done)) : flag.await((one) => one === 1, done),
        2: (_, { flag }) => flag.write(1, done),
      },
    },
    guarantees: 'linearizable',
    progress: 'blocking',
  }
  const found = exploreChance(waiting as SharedObject, { n: 2 })
  assert.equal(found.endless, 1)
  assert.equal(found.expected, null)
})

test('an operation that goes on until heads come up ends with probability 1, one that another can hold up does not', () => {
  const heads = exploreObject(untilHeads(false), { n: 2 })
  assert.deepEqual([heads.blocked, heads.unending, heads.byChance], [null, null, true])
  assert.equal(heads.extremes['flip:steps']!.kind, 'unbounded')
  const held = exploreObject(untilHeads(true), { n: 2 })
  assert.equal(held.unending!.processor, 0)
})

/** Flips until heads come up, or until what comes up is what the other one wrote last, which it writes again and again. */
function untilHeads(another: boolean): SharedObject {
  const variables = () => ({ coin: localCoin(), last: sharedVariable({ values: 2 }) })
  type State = ObjectState & { readonly i: number; side: number }
  return {
    name: 'until-heads',
    service: weakSharedCoin,
    requires: {},
    variables,
    initially: ({ i }) => ({ i, side: 0 }),
    operations: {
      flip: {
        1: (s, { coin }) =>
          coin.flip((side) => {
            s.side = side
            if (another) return 2
            return side === 1 ? done : 1
          }),
        // Who schedules lets the value change between the flip and the read.
        2: (s, { last }) =>
          s.i === 1 ? last.write(s.side, 1) : last.read((value) => (value === s.side ? done : 1)),
      },
    },
    guarantees: 'linearizable',
    progress: 'wait-free',
  } satisfies SharedObject<State, typeof variables, 'flip'> as SharedObject
}
