import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ByteWriter } from '../../../engine/executions/byte-writer.ts'
import { writeMessage } from '../../../engine/executions/write-message.ts'
import fc from '../../helpers/property.ts'

test('a message is written as the JSON that it is', () => {
  const value = fc.oneof(
    fc.nat(),
    fc.integer(),
    fc.double(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.jsonValue(),
  )
  const message = fc.dictionary(fc.string(), value).map((fields) => ({ ...fields, type: 'probe' }))
  fc.assert(
    fc.property(message, (content) => {
      const writer = new ByteWriter()
      writeMessage(writer, content)
      const text = new TextDecoder().decode(writer.bytes.subarray(0, writer.length))
      assert.equal(JSON.stringify(JSON.parse(text)), JSON.stringify(JSON.parse(JSON.stringify(content))))
    }),
    { numRuns: 2000, seed: 1 },
  )
})
