import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Outbox } from '../../../../engine/simulation/transit/outbox.ts'
import { Parcels } from '../../../../engine/simulation/transit/parcels.ts'
import fc from '../../../helpers/property.ts'

/** Degrees of stars, rings and what lies between, and handles up to the largest that there can be. */
const degrees = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, 2 ** 27 - 1, 2 ** 27),
  fc.integer({ min: 1, max: 2 ** 27 }),
)
const handles = fc.oneof(fc.nat(20), fc.nat(2 ** 20), fc.nat(2 ** 32 - 2), fc.constant(2 ** 32 - 2))

test('a parcel holds the channel and the contents that were sealed in it, in whatever order parcels are opened', () => {
  const cases = degrees.chain((degree) =>
    fc.tuple(
      fc.constant(degree),
      fc.array(fc.tuple(fc.nat(Math.max(0, degree - 1)), handles, fc.nat()), { maxLength: 100 }),
    ),
  )
  fc.assert(
    fc.property(cases, ([degree, messages]) => {
      const parcels = new Parcels(degree)
      const inTransit: { parcel: number; mirror: number; payload: number }[] = []
      const open = (place: number): void => {
        const [{ parcel, mirror, payload }] = inTransit.splice(place % inTransit.length, 1) as [
          (typeof inTransit)[0],
        ]
        parcels.unpack(parcel)
        assert.deepEqual([parcels.mirror, parcels.payload], [mirror, payload])
      }
      for (const [mirror, payload, choice] of messages) {
        const outbox = new Outbox()
        outbox.mirrors[0] = mirror
        outbox.payloads[0] = payload
        outbox.length = 1
        parcels.pack(outbox)
        const parcel = outbox.parcels[0]!
        assert.notEqual(parcel, 0xffffffff, 'that stands for a wake-up')
        inTransit.push({ parcel, mirror, payload })
        if (choice % 3 === 0) open(choice)
      }
      while (inTransit.length > 0) open(inTransit.length)
    }),
    { numRuns: 500, seed: 6 },
  )
})
