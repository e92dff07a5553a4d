import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dolevStrong } from '../../../../algorithms/index.ts'
import { assertBroken, assertSafe, exploreOn } from './on-complete.ts'

for (const [n, f] of [
  [3, 1],
  [4, 1],
  [4, 2],
] as const)
  test(`Dolev–Strong is safe with ${n} processors of which ${f} may lie`, () => {
    assertSafe(exploreOn(dolevStrong, [n, f], `byzantine:f=${f}`))
  })

for (const f of [1, 2])
  test(`in ${f} round${f === 1 ? '' : 's'} Dolev–Strong does not reach agreement among four of which ${f} may lie`, () => {
    const found = exploreOn(dolevStrong, [4, f - 1], `byzantine:f=${f}`)
    assertBroken(dolevStrong, [4, f - 1], found, ['agreement'])
  })

test('were signatures forged, one liar would break Dolev–Strong', () => {
  // Liars that hold every signature say that the sender has signed what it has not.
  const forging: typeof dolevStrong = {
    ...dolevStrong,
    lies: (about) =>
      dolevStrong.lies!({ ...about, secrets: new Proxy(new Set<string>(), { get: () => () => true }) }),
  }
  const found = exploreOn(forging, [3, 1], 'byzantine:f=1')
  assert.ok(found.violations.some(({ property }) => property === 'agreement' || property === 'validity'))
})
