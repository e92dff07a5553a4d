import assert from 'node:assert/strict'
import { test } from 'node:test'
import { convergecast, flooding, lcr } from '../../../../algorithms/index.ts'
import {
  type Algorithm,
  type AnyAlgorithm,
  eventually,
  exactlyOne,
  runAnonymously,
} from '../../../../engine/index.ts'
import fc from '../../../helpers/property.ts'
import { randomMachine, randomRoundMachine } from '../../simulation/random-machine.ts'

/** Counts the processors by a token that goes round, and takes whoever gets its own back for the leader. */
const hopeful: Algorithm<
  { elected: boolean },
  { readonly type: 'token'; readonly hops: number },
  { readonly n: number }
> = {
  name: 'hopeful',
  requires: { size: true, orientation: true },
  terminates: true,
  initially: () => ({ elected: false }),
  uponStart: (p) => p.send(0, { type: 'token', hops: 1 }),
  uponReceiving: {
    token(p, state, { hops }) {
      // With n = 4: the token that has crossed four channels is one's own, or so it seems.
      if (hops < 4) return p.send(0, { type: 'token', hops: hops + 1 })
      state.elected = true
      p.terminate()
    },
  },
  properties: { oneLeader: eventually(exactlyOne(({ elected }) => elected, 'leaders')) },
}

test('by hand: on an anonymous ring of four, everyone gets a token back and elects itself', () => {
  const { rounds, firstDifference, ended, violated } = runAnonymously(hopeful, 4)
  assert.equal(firstDifference, null)
  assert.equal(ended, true)
  // The wake-up and rounds 1 to 3 send one message each; round 4 elects.
  assert.deepEqual(
    rounds.map(({ sent }) => sent),
    [1, 1, 1, 1, 0],
  )
  assert.deepEqual(rounds.at(-1)!.state, { elected: true })
  assert.equal(rounds.at(-1)!.status, 'terminated')
  assert.deepEqual(
    violated.map(({ property }) => property),
    ['oneLeader'],
  )
})

test('whatever a deterministic algorithm does, all processors of an anonymous ring remain alike', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 3, max: 9 }), fc.boolean(), (program, n, roundDriven) => {
      const algorithm = roundDriven ? randomRoundMachine(program) : randomMachine(program)
      const { coins: _, ...requires } = algorithm.requires
      // The machine flips coins where its program is a multiple of five, and reads weights where it is one of seven.
      if (program % 5 === 0 || program % 7 === 0) return
      const run = runAnonymously({ ...algorithm, requires } as AnyAlgorithm, n, { rounds: 30 })
      assert.equal(run.firstDifference, null)
      assert.equal(run.ended || run.rounds.length === 31, true)
    }),
    { numRuns: 300 },
  )
})

test('an algorithm that keeps something outside its states is found out in the round in which it matters', () => {
  let steps = 0
  const cheating = {
    ...hopeful,
    uponReceiving: {
      token(p, state, message) {
        if (++steps === 6) state.elected = true
        hopeful.uponReceiving!.token(p, state, message, 1)
      },
    },
  } as typeof hopeful
  const { firstDifference, rounds } = runAnonymously(cheating, 4)
  // Steps 1 to 4 are round 1; step 6 is that of p_1 in round 2.
  assert.deepEqual(firstDifference, { round: 2, processor: 1 })
  assert.equal(rounds.length, 2)
})

test('an algorithm that never ends is stopped at the limit of rounds', () => {
  const endless = {
    ...hopeful,
    uponReceiving: { token: (p, _state, message) => p.send(0, message) },
  } as typeof hopeful
  const { ended, rounds, violated } = runAnonymously(endless, 3, { rounds: 7 })
  assert.equal(ended, false)
  assert.equal(rounds.length, 8)
  assert.deepEqual(violated, [])
})

test('what tells processors apart is refused', () => {
  for (const [algorithm, message] of [
    [lcr, 'the symmetry argument is about processors without identifiers; lcr requires identifiers'],
    [flooding, 'the symmetry argument is about processors who are all alike; flooding requires root'],
    [
      convergecast,
      'the symmetry argument is about processors who are all alike; convergecast requires spanningTree',
    ],
    [
      { ...hopeful, requires: { coins: true } },
      'the symmetry argument is about deterministic algorithms; hopeful requires coins',
    ],
  ] as const)
    assert.throws(() => runAnonymously(algorithm as AnyAlgorithm, 4), { name: 'InputError', message })
  assert.throws(() => runAnonymously(hopeful, 2), { message: 'a ring needs n ≥ 3; here n = 2' })
})
