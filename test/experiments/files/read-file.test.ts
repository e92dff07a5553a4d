import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readChunks, readFile } from '../../../experiments/index.ts'
import fc from '../../helpers/property.ts'
import { fileIn, temporaryFolder } from '../../helpers/temporary.ts'

const folder = temporaryFolder()

test('the chunks of a file are its text, cut where lines end', () => {
  const line = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '→', '😀', '\r'), maxLength: 20 })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.integer({ min: 1, max: 50 }), (lines, bytes) => {
      const path = fileIn(folder, 'text', lines.join('\n'))
      const chunks = [...readChunks(path, bytes)]
      assert.equal(chunks.join(''), readFile(path))
      for (const chunk of chunks.slice(0, -1)) assert.ok(chunk.endsWith('\n'))
      assert.ok(!chunks.includes(''))
    }),
  )
})
