import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  allClaims,
  atMost,
  both,
  type Claim,
  claimId,
  exactly,
  rootAwakeAtZero,
  unitDelays,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'

test('an id names the algorithm, the measure, the kind, the formula and the condition', () => {
  assert.equal(claimId('lcr', 'messages', atMost('n(n + 1)/2')), 'lcr/messages/at-most/n(n+1):2')
  assert.equal(
    claimId('a', 'messages:token', exactly(' 8n  log2( n )')),
    'a/messages:token/exactly/8n log2(n)',
  )
  assert.equal(
    claimId('echo', 'time', atMost('2ecc + 1', { when: both(unitDelays, rootAwakeAtZero) })),
    'echo/time/at-most/2ecc+1/every-delay-is-1-and-the-root-wakes-at-time-0',
  )
})

test('no two claims of the catalogue have one id', () => {
  const ids = algorithms.flatMap((algorithm) => allClaims(algorithm).map(({ id }) => id))
  assert.ok(ids.length > 40)
  assert.equal(new Set(ids).size, ids.length)
})

test('a claim keeps its id whatever other claims come, go or change places', () => {
  const claims = ['n', '2n', 'n^2', 'm + n', 'n m'].map((formula) => atMost(formula))
  const ids = (stated: readonly Claim[]): Map<Claim, string> => {
    const algorithm = { ...algorithms[0], claims: { messages: stated } } as AnyAlgorithm
    return new Map(allClaims(algorithm).map(({ claim, id }) => [claim, id]))
  }
  const all = ids(claims)
  fc.assert(
    fc.property(fc.shuffledSubarray(claims), (some) => {
      for (const [claim, id] of ids(some)) assert.equal(id, all.get(claim))
    }),
    { seed: 1 },
  )
})
