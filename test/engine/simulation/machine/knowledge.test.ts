import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Algorithm,
  buildTopology,
  ComputedInstance,
  execute,
  formal,
  Random,
} from '../../../../engine/index.ts'
import fc from '../../../helpers/property.ts'

type Input = { readonly neighborIds: readonly number[]; readonly idBits: number }

/** Keeps what it is told. */
const listener: Algorithm<Input, { type: 'none' }, Input> = {
  name: 'listener',
  requires: { neighborIdentifiers: true, identifierBits: true },
  terminates: false,
  initially: ({ neighborIds, idBits }) => ({ neighborIds, idBits }),
  uponReceiving: { none() {} },
}

test('in the engine and in the literal model, channel c is told the identifier of who is at its other end, and the bits of the largest', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 12 }),
      fc.nat(),
      fc.integer({ min: 1, max: 2 ** 20 }),
      (n, seed, gap) => {
        const stream = new Random(seed, 2, 3, 4)
        const network = buildTopology('gnp:degree=3', { n, stream, readFile: () => '' })
        const ids = [...stream.permutation(n)].map((rank) => rank * gap)
        const instance = new ComputedInstance(network, { ids })
        const inWords = Math.max(...ids).toString(2).length
        const expected = ids.map((_, p) => ({
          neighborIds: Array.from({ length: network.degree(p) }, (_, c) => ids[network.neighbor(p, c)]),
          idBits: inWords,
        }))
        const fast = execute(listener, instance, { kind: 'synchronous' }).final.states
        const literal = formal.initialConfiguration({ algorithm: listener, instance }).processors
        assert.deepEqual(fast, expected)
        assert.deepEqual(
          literal.map(({ state }) => state),
          expected,
        )
      },
    ),
    { numRuns: 100 },
  )
})
