import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { InputError } from '../../../engine/index.ts'
import { readChunks, readFile } from '../../../experiments/index.ts'
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

test('a file that cannot be read is reported in the same words, whole or in chunks', () => {
  for (const path of ['nowhere.txt', folder, 'admissible/nowhere.txt']) {
    const message = (read: () => unknown) => {
      try {
        read()
      } catch (error) {
        assert.ok(error instanceof InputError)
        return error.message
      }
      return assert.fail(`${path} was read`)
    }
    assert.equal(
      message(() => [...readChunks(path)]),
      message(() => readFile(path)),
    )
  }
})
