import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Streams } from '../../../engine/random.ts'
import { createWakeTimes, type WakeUpSpec, wakeUps } from '../../../engine/wake-up/index.ts'
import fc from '../../helpers/property.ts'

interface Situation {
  readonly n: number
  readonly root?: number
  readonly ids?: readonly number[]
  readonly seed: number
}

function times(spec: WakeUpSpec, { n, root = 0, ids, seed }: Situation): number[] {
  const stream = new Streams(seed).stream('wake-up')
  return [...createWakeTimes(spec, { n, root, ids: ids ?? Array.from({ length: n }, (_, p) => p), stream })]
}

/** The processors that wake by themselves. */
const wakers = (wakeTimes: readonly number[]): number[] =>
  [...wakeTimes.keys()].filter((p) => wakeTimes[p] !== Number.POSITIVE_INFINITY)

const everyRule: readonly WakeUpSpec[] = [
  'all',
  'root',
  'random',
  'random:k=4',
  'staggered',
  'staggered:span=0',
  'staggered:span=7.5',
  'ordered',
  'ordered:gap=0.5,by=index',
  'given:0+3',
]

for (const spec of everyRule)
  test(`${spec}: every processor has a time, the earliest is 0, and the stream determines all`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }), fc.nat(), (n, seed) => {
        const ids = [...new Streams(seed).stream('identifiers').permutation(n)]
        const situation = { n, root: seed % n, ids, seed }
        const wakeTimes = times(spec, situation)
        assert.equal(wakeTimes.length, n)
        assert.equal(Math.min(...wakeTimes), 0)
        assert.ok(wakeTimes.every((time) => time >= 0))
        assert.deepEqual(times(spec, situation), wakeTimes)
      }),
    )
  })

test('a rule is random exactly if another stream can give other times', () => {
  for (const spec of everyRule.filter((one) => one !== 'staggered:span=0')) {
    const drawn = [1, 2, 3, 4].map((seed) => JSON.stringify(times(spec, { n: 12, root: 5, seed })))
    assert.equal(new Set(drawn).size > 1, wakeUps.parse(spec).entry.random, spec)
  }
})

test('a rule that names processors does not fit all sizes, and any other does', () => {
  for (const spec of ['all', 'root', 'random', 'staggered', 'ordered', 'given:3'] as const) {
    const small = () => times(spec, { n: 2, seed: 1 })
    if (wakeUps.parse(spec).entry.namesProcessors) assert.throws(small, { name: 'InputError' })
    else assert.equal(small().length, 2)
  }
})

test('all: everyone wakes at 0', () => {
  assert.deepEqual(times('all', { n: 3, seed: 1 }), [0, 0, 0])
})

test('root: nobody but the root wakes', () => {
  assert.deepEqual(wakers(times('root', { n: 5, root: 3, seed: 1 })), [3])
})

test('random: exactly k processors wake, all at 0, each as often as any other', () => {
  const counts = new Array<number>(6).fill(0)
  for (let seed = 0; seed < 3000; seed++) {
    const who = wakers(times('random:k=2', { n: 6, seed }))
    assert.equal(who.length, 2)
    for (const p of who) counts[p]!++
  }
  // Each is chosen in 1000 of 3000 runs on average, with standard deviation √(3000 · 1/3 · 2/3) = 25.8.
  for (const count of counts) assert.ok(Math.abs(count - 1000) < 4 * 25.8, `${counts}`)
})

test('staggered: all wake within the span, at different times', () => {
  const wakeTimes = times('staggered:span=3', { n: 1000, seed: 1 })
  assert.equal(new Set(wakeTimes).size, 1000)
  // The range of a thousand uniform times is below 8/10 of the span with probability less than 1000 · 0.8^999.
  assert.ok(Math.max(...wakeTimes) <= 3 && Math.max(...wakeTimes) > 2.4)
})

test('ordered: by ascending identifier, a gap apart', () => {
  // Ascending identifiers 3, 12, 45, 70 belong to the processors 2, 0, 1, 3.
  assert.deepEqual(times('ordered:gap=0.5', { n: 4, ids: [12, 45, 3, 70], seed: 1 }), [0.5, 1, 0, 1.5])
  assert.deepEqual(times('ordered:gap=2,by=index', { n: 4, ids: [12, 45, 3, 70], seed: 1 }), [0, 2, 4, 6])
})

test('given: the processors named wake at 0', () => {
  assert.deepEqual(wakers(times('given:initiators=4+1', { n: 5, seed: 1 })), [1, 4])
})

const failures: readonly (readonly [WakeUpSpec, string])[] = [
  ['random:k=6', 'wake-up random: k=6 initiators, but there are only 5 processors'],
  ['random:k=0', 'wake-up random: k=0 is too small; it must be at least 1'],
  ['given', 'wake-up given needs the initiators: write given:initiators=1+3+5'],
  ['given:1+5', 'wake-up given: initiators=1+5: “5” is not an integer from 0 to 4'],
  ['given:1+', 'wake-up given: initiators=1+: “” is not an integer from 0 to 4'],
  ['given:1+1', 'wake-up given: initiators=1+1: 1 stands there twice'],
  ['ordered:by=name', 'wake-up ordered: by=name is none of id, index'],
  ['staggered:span=-1', 'wake-up staggered: span=-1 is too small; it must be at least 0'],
]

for (const [spec, message] of failures)
  test(`refused: ${message}`, () => {
    assert.throws(() => times(spec, { n: 5, seed: 1 }), { name: 'InputError', message })
  })
