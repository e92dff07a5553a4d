import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildTopology, Random } from '../../../../engine/index.ts'
import { Arrivals } from '../../../../engine/simulation/queues/arrivals.ts'
import { Outbox } from '../../../../engine/simulation/transit/outbox.ts'
import { Parcels } from '../../../../engine/simulation/transit/parcels.ts'
import fc from '../../../helpers/property.ts'

/** Channel c of processor p is slot 2 p + c. */
const graph = buildTopology('ring', { n: 2501, stream: new Random(1, 2, 3, 4), readFile: () => '' })

/** Slots in any order, and such as lockstep brings: ascending but for a few. */
const slots = fc.oneof(
  fc.array(fc.nat(5000), { maxLength: 300 }),
  fc
    .tuple(
      fc.array(fc.nat(5000), { minLength: 60, maxLength: 300 }),
      fc.array(fc.tuple(fc.nat(300), fc.nat(5000)), { maxLength: 4 }),
    )
    .map(([ascending, strays]) => {
      ascending.sort((a, b) => a - b)
      for (const [place, slot] of strays) ascending.splice(place, 0, slot)
      return ascending
    }),
)

test('arrivals are sorted by slot, equal slots in the order in which they were added: one by one or all at once', () => {
  fc.assert(
    fc.property(slots, fc.nat(300), (slots, single) => {
      const arrivals = new Arrivals({ graph, parcels: new Parcels(2) })
      const outbox = new Outbox()
      for (const [i, slot] of slots.entries()) {
        if (i < single) arrivals.add(slot >>> 1, slot & 1, i)
        else {
          outbox.reserve(1)
          outbox.mirrors[outbox.length] = slot & 1
          outbox.receivers[outbox.length] = slot >>> 1
          outbox.payloads[outbox.length++] = i
        }
      }
      arrivals.addAll(outbox, null)
      arrivals.sort()
      const expected = slots
        .map((slot, i) => ({ slot, receiver: slot >>> 1, payload: i }))
        .sort((a, b) => a.slot - b.slot || a.payload - b.payload)
      const found = Array.from({ length: arrivals.length }, (_, i) => ({
        slot: arrivals.slots[i],
        receiver: arrivals.receivers[i],
        payload: arrivals.payloads[i],
      }))
      assert.deepEqual(found, expected)
    }),
    { numRuns: 1000, seed: 4 },
  )
})
