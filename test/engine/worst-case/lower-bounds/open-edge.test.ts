import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bfsRelax,
  completeAsyncCapture,
  dfsTreeNoRoot,
  hirschbergSinclair,
  lcr,
} from '../../../../algorithms/index.ts'
import {
  type Algorithm,
  type AnyAlgorithm,
  forceMessages,
  openEdgeBound,
  play,
  recordSchedule,
  timeSchedule,
} from '../../../../engine/index.ts'
import fc from '../../../helpers/property.ts'
import { verifyLines } from '../../../helpers/record.ts'

const descending = (n: number) => Array.from({ length: n }, (_, i) => n - 1 - i)
const idsOf = ({ ids }: { readonly ids: ArrayLike<number> }) => Array.from(ids)

/** The bit-reversed order, in which every two halves interleave. */
function bitReversed(n: number): number[] {
  return n === 1
    ? [0]
    : [...bitReversed(n / 2).map((i) => 2 * i), ...bitReversed(n / 2).map((i) => 2 * i + 1)]
}

test('by hand: four messages of Le Lann, Chang and Roberts are forced on four processors', () => {
  // Two rings, of 0, 1 and of 2, 3: one message each, 0 to 1 and 2 to 3, both swallowed; 1 and 3 wait on open edges.
  // Pasted together, 1 to 2 would be swallowed there; but 3 goes on to 0 and from there to 1, which makes two more.
  const { forced, bound, instance, levels } = forceMessages(lcr, 4)
  assert.equal(forced, 4)
  assert.equal(bound, 2.5)
  assert.deepEqual(idsOf(instance), [2, 3, 0, 1])
  assert.deepEqual(levels, [
    { size: 2, least: 1, most: 1, bound: 1 },
    { size: 4, least: 4, most: 4, bound: 2.5 },
  ])
})

test('Le Lann, Chang and Roberts pay n(n − 1)/2, n^2/4 or (n/2) log n for orders of identifiers in which halves meet', () => {
  for (const n of [4, 8, 16, 64, 256]) {
    // Descending: everyone below the largest travels to its open edge. Ascending in pairs, each half in turn travels
    // through the other; interleaved, only half of each level is passed on.
    assert.equal(forceMessages(lcr, n, { ids: descending(n) }).forced, (n * (n - 1)) / 2)
    assert.equal(forceMessages(lcr, n).forced, (n * n) / 4)
    assert.equal(forceMessages(lcr, n, { ids: bitReversed(n) }).forced, (n / 2) * Math.log2(n))
  }
})

test('the bound is that of the recurrence M(2) = 1, M(n) = 2 M(n/2) + (n/2 − 1)/2', () => {
  assert.equal(openEdgeBound(2), 1)
  for (let n = 4; n <= 1024; n *= 2)
    assert.equal(openEdgeBound(n), 2 * openEdgeBound(n / 2) + (n / 2 - 1) / 2)
})

const elections = [lcr, hirschbergSinclair, dfsTreeNoRoot]

for (const algorithm of elections)
  test(`${algorithm.name}: whatever the identifiers, n/4 more messages than twice what the halves take are forced on every ring`, () => {
    const orders = fc
      .constantFrom(4, 8, 16, 32)
      .chain((n) => fc.shuffledSubarray(descending(n), { minLength: n, maxLength: n }))
    fc.assert(
      fc.property(orders, (ids) => {
        const { levels, forced, complete } = forceMessages(algorithm, ids.length, { ids })
        let half = 0
        for (const { size, least, bound } of levels) {
          // For n = 2 the halves are single processors, and one of two must hear of the other.
          assert.ok(least >= 2 * half + Math.max(1, size / 4), `${least} messages on a ring of ${size}`)
          assert.ok(least >= bound)
          half = least
        }
        assert.equal(forced, half)
        assert.ok(complete)
      }),
      { numRuns: 60 },
    )
  })

for (const algorithm of elections)
  test(`${algorithm.name}: the open schedule is one, one edge delivers nothing in it, and its completion is verified`, () => {
    const orders = fc.shuffledSubarray(descending(16), { minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(orders, (ids) => {
        const { instance, choices, forced } = forceMessages(algorithm, 16, { ids })
        assert.deepEqual(
          idsOf(instance).sort((a, b) => b - a),
          descending(16),
        )
        // `play` throws if a choice is not possible in its turn.
        const { messages, inTransit } = play(algorithm, instance, choices.slice(0, forced), 'at zero')
        assert.ok(inTransit.length > 0)
        for (const { message } of choices.slice(0, forced)) {
          const { sender, receiver } = messages[message]!
          assert.equal(Math.abs(sender - receiver), 1, 'nothing crosses from p_15 to p_0 or back')
        }
        const timed = timeSchedule(algorithm, instance, choices, 'at zero')
        const { lines, execution } = recordSchedule(algorithm, instance, timed)
        assert.equal(execution.outcome.kind, 'quiescent')
        const { ok, first_error } = verifyLines(
          lines.map((line) => line.trimEnd()),
          algorithm,
        )
        assert.ok(ok, first_error?.problem)
      }),
      { numRuns: 20 },
    )
  })

/** Elects nobody: one word to each neighbour, and no answer. */
const shouting: Algorithm<{ heard: number }, { readonly type: 'word' }, { readonly id: number }> = {
  name: 'shouting',
  requires: { identifiers: true },
  terminates: false,
  initially: () => ({ heard: 0 }),
  uponStart: (p) => p.sendToAll({ type: 'word' }),
  uponReceiving: {
    word(_, state) {
      state.heard++
    },
  },
}

test('an algorithm that elects nobody need not pay', () => {
  // Two messages cross every edge but the open one: 2(n − 1), which falls behind the bound as n grows.
  const { forced, bound } = forceMessages(shouting, 512)
  assert.equal(forced, 2 * 511)
  assert.ok(forced < bound)
})

test('an algorithm that never falls silent is stopped', () => {
  const endless: AnyAlgorithm = {
    ...shouting,
    name: 'endless',
    uponReceiving: { word: (p, _state, message, from) => p.send(from, message) },
  } as AnyAlgorithm
  const { forced, complete } = forceMessages(endless, 8, { messages: 500 })
  assert.equal(complete, false)
  assert.equal(forced, 500)
})

test('what the theorem is not about is refused', () => {
  const refused = (algorithm: AnyAlgorithm, n = 8, ids?: number[]) => {
    try {
      forceMessages(algorithm, n, ids === undefined ? {} : { ids })
    } catch (error) {
      return (error as Error).message
    }
    return 'not refused'
  }
  const name = 'the open-edge adversary'
  assert.equal(
    refused(bfsRelax),
    `${name} works where no processor is distinguished; bfs-relax requires root`,
  )
  assert.equal(
    refused(completeAsyncCapture),
    `${name} is about rings; complete-async-capture requires a network of shape complete`,
  )
  assert.equal(
    refused({ ...shouting, requires: { size: true } } as AnyAlgorithm),
    `${name} works where the size of the ring is not known; shouting requires size`,
  )
  assert.equal(
    refused({ ...shouting, requires: { neighborIdentifiers: true } } as AnyAlgorithm),
    `${name} works where neighbours are not known; shouting requires neighborIdentifiers`,
  )
  assert.equal(refused(lcr, 12), `${name} needs n = 2^k, at least 4; here n = 12`)
  assert.equal(refused(lcr, 4, [1, 2, 3]), 'there are 3 identifiers for 4 processors')
  assert.equal(refused(lcr, 4, [1, 2, 3, 1]), 'identifiers: 1 stands there twice')
})
