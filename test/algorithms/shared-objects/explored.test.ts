import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registerKvalued, registerKvaluedRegular, sharedObjects } from '../../../algorithms/index.ts'
import {
  brokenPromise,
  exploreObject,
  judgeExploredClaims,
  type ObjectExploration,
  type SharedObject,
} from '../../../engine/index.ts'
import { asked } from '../../helpers/asked.ts'

const objectOf = (wanted: string): SharedObject => sharedObjects.find(({ name }) => name === wanted)!

/** Everything that was promised and claimed holds. */
function assertHolds(object: SharedObject, n: number, found: ObjectExploration): void {
  assert.equal(found.complete, true)
  assert.equal(brokenPromise(object, found), null)
  for (const { id, verdict } of judgeExploredClaims(object, n, found)) assert.equal(verdict, 'held', id)
}

/**
 * With what `usualCalls` has them asked for: the most steps of each operation. Of two processors each is asked twice for everything,
 * of three once.
 */
const most: readonly (readonly [name: string, n: number, steps: Readonly<Record<string, number>>])[] = [
  // v + 1 = 4 for the value 3; 2k − 1 = 7.
  ['register-kvalued', 2, { write: 4, read: 7 }],
  ['register-kvalued-regular', 2, { write: 4, read: 4 }],
  ['register-kvalued-regular', 3, { write: 4, read: 4 }],
  ['register-kvalued-binary', 2, { write: 2, read: 2 }],
  ['register-kvalued-binary', 3, { write: 2, read: 2 }],
  ['register-swmr', 2, { write: 1, read: 1 }],
  ['register-swmr', 3, { write: 2, read: 3 }],
  ['register-swmr-regular', 2, { write: 1, read: 1 }],
  ['register-swmr-regular', 3, { write: 2, read: 1 }],
  ['register-mwmr', 2, { write: 3, read: 2 }],
  ['register-mwmr', 3, { write: 4, read: 3 }],
  // n(n + 1) = 6 and 7.
  ['atomic-snapshot', 2, { update: 7, scan: 6 }],
  // Each of the other one's two updates makes one collect more necessary than the two of a scan alone.
  ['double-collect', 2, { update: 1, scan: 8 }],
  ['double-collect', 3, { update: 1, scan: 12 }],
  ['collect-counter', 2, { increment: 1, read: 2 }],
  ['collect-counter', 3, { increment: 1, read: 3 }],
  // Each of the other increments can make one compare&swap fail.
  ['cas-counter', 2, { increment: 6, read: 1 }],
  ['cas-counter', 3, { increment: 6, read: 1 }],
  // Each of the four other operations can make one try of three steps fail, beside the four of one alone.
  ['treiber-stack', 2, { push: 16, pop: 16 }],
  // No theorem gives these.
  ['michael-scott-queue', 2, { enqueue: 17, dequeue: 15 }],
]

for (const [name, n, steps] of most)
  test(`${name}, all interleavings of ${n}: every history is as promised, and the most steps are ${JSON.stringify(steps)}`, () => {
    const object = objectOf(name)
    const found = exploreObject(object, { n })
    assertHolds(object, n, found)
    const measured = Object.keys(steps).map((operation) => {
      const cost = found.extremes[`${operation}:steps`]!
      return [operation, cost.kind === 'bounded' ? cost.value : '∞']
    })
    assert.deepEqual(Object.fromEntries(measured), steps)
  })

test('all objects of the catalogue that flip no coins are gone through with two processors', () => {
  const two = most.filter(([, n]) => n === 2).map(([name]) => name)
  const sure = sharedObjects.filter(
    (object) => !Object.values(object.variables({ n: 2 })).some(({ isCoin }) => isCoin),
  )
  assert.deepEqual(two.sort(), sure.map(({ name }) => name).sort())
})

test('the snapshot of three: one updates twice, one scans, one updates', () => {
  const lists = [['scan'], ['update(1)', 'update(2)'], ['update(3)']]
  const found = exploreObject(objectOf('atomic-snapshot'), {
    n: 3,
    calls: asked(objectOf('atomic-snapshot'), lists),
    costs: false,
  })
  assertHolds(objectOf('atomic-snapshot'), 3, found)
  assert.deepEqual(found.extremes['scan:steps']?.kind === 'bounded' && found.extremes['scan:steps'].value, 12)
})

test('a register from bits is atomic with all pairs and triples of values that can be written; without the way down only regular', () => {
  const values = [0, 1, 2, 3]
  const pairs = values.flatMap((a) => values.map((b) => [a, b]))
  const triples = pairs.flatMap((pair) => values.map((c) => [...pair, c]))
  let notAtomic = 0
  for (const written of [...pairs, ...triples]) {
    const lists = [written.map((value) => `write(${value})`), ['read', 'read']]
    const explored = (object: SharedObject) =>
      exploreObject(object, { n: 2, calls: asked(object, lists), costs: false })
    assertHolds(registerKvalued, 2, explored(registerKvalued))
    assertHolds(registerKvaluedRegular, 2, explored(registerKvaluedRegular))
    const claimed: SharedObject = { ...registerKvaluedRegular, guarantees: 'linearizable' }
    if (explored(claimed).violation !== null) notAtomic++
  }
  assert.ok(notAtomic > 0 && notAtomic < pairs.length + triples.length)
})
