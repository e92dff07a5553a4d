import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drinking, type HistoryEvent } from '../../../engine/index.ts'

/** A path of three: channel 0 of p_1 leads to p_0, channel 1 to p_2. */
const network = {
  n: 3,
  m: 2,
  degree: (p: number) => (p === 1 ? 2 : 1),
  neighbor: (p: number, channel: number) => (p === 1 ? 2 * channel : 1),
}
const { bottlesExclude } = drinking.properties as { bottlesExclude: (typeof drinking.properties)[string] }

/** All of these drink, one after the other, and none rests. */
const drunk = (...all: readonly (readonly [number, readonly number[]])[]): HistoryEvent[] =>
  all.flatMap(([processor, argument], id): HistoryEvent[] => [
    { kind: 'invocation', id, processor, time: id, operation: 'drink', argument },
    { kind: 'response', id, processor, time: id },
  ])
const standing = (all: readonly (readonly number[] | null)[]) =>
  bottlesExclude.standing!(
    all.map((held) => ({
      pending: null,
      next: held === null ? null : 'rest',
      ...(held !== null && { held }),
    })),
    network,
  )

test('who drinks from the bottle of another at the same time violates the service, other neighbours do not', () => {
  assert.equal(bottlesExclude.check(drunk([0, [0]], [1, [1]]), 3, network), true)
  assert.equal(standing([[0], [1], null]), true)
  assert.equal(
    bottlesExclude.check(drunk([0, [0]], [1, [0, 1]]), 3, network),
    'p_1 drinks at time 1 from the bottle from which its neighbour p_0 does',
  )
  assert.equal(
    standing([null, [0, 1], [0]]),
    'the neighbours p_1 and p_2 drink from one bottle at the same time',
  )
})

test('who rests is in nobody’s way, and who waits is not yet', () => {
  const rest: HistoryEvent = { kind: 'invocation', id: 1, processor: 0, time: 1, operation: 'rest' }
  const [asked, answered, ...other] = drunk([0, [0]], [1, [0]])
  assert.equal(bottlesExclude.check([asked!, answered!, rest, ...other], 3, network), true)
  assert.equal(bottlesExclude.check([asked!, ...other], 3, network), true)
})
