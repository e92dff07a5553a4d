import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ByteWriter } from '../../../engine/executions/byte-writer.ts'
import fc from '../../helpers/property.ts'

function written(write: (writer: ByteWriter) => void): string {
  const writer = new ByteWriter()
  write(writer)
  return new TextDecoder().decode(writer.bytes.subarray(0, writer.length))
}

const double = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 1, max: 2, noNaN: true }),
  fc.double({ min: 0, max: 2 ** 33, noNaN: true }),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  fc.nat(100).map((k) => k / 8),
)

test('a number reads back as the same double', () => {
  fc.assert(
    fc.property(double, (value) => {
      assert.equal(Number(written((writer) => writer.number(value))), value)
    }),
    { numRuns: 20_000, seed: 1 },
  )
})

test('a number beside a power of two reads back as the same double', () => {
  for (let exponent = -6; exponent < 31; exponent++)
    for (const step of [-1, 1, 2, 3]) {
      const value = 2 ** exponent * (1 + step * 2 ** -52)
      assert.equal(Number(written((writer) => writer.number(value))), value)
    }
})

test('a short decimal fraction stays short, and an integer has no point', () => {
  const texts = [0, 1, 7, 10, 99, 100, 2147483647, 2147483648, 0.5, 0.25, 12.75, 0.0625].map((value) =>
    written((writer) => writer.number(value)),
  )
  assert.deepEqual(texts, '0 1 7 10 99 100 2147483647 2147483648 0.5 0.25 12.75 0.0625'.split(' '))
})

test('natural numbers, texts and repeated numbers follow each other', () => {
  const text = written((writer) => {
    writer.natural(0)
    writer.ascii(',')
    writer.natural(Number.MAX_SAFE_INTEGER)
    writer.text('⟨ä⟩')
    for (let i = 0; i < 3; i++) writer.number(0.375)
  })
  assert.equal(text, '0,9007199254740991⟨ä⟩0.3750.3750.375')
})

test('there is room for any length', () => {
  const long = 'é'.repeat(300_000)
  assert.equal(
    written((writer) => {
      for (let i = 0; i < 50_000; i++) writer.number(i)
      writer.text(long)
    }),
    Array.from({ length: 50_000 }, (_, i) => i).join('') + long,
  )
})
