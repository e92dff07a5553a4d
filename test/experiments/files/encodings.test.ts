import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { InputError } from '../../../engine/index.ts'
import { readChunks, readFile } from '../../../experiments/index.ts'
import fc from '../../helpers/property.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const folder = temporaryFolder()

function fileOf(bytes: Uint8Array): string {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  return path
}

const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

test('UTF-8, UTF-16 with a mark and either of them compressed give the same text, whole and in chunks', () => {
  const lines = fc.array(fc.string({ unit: fc.constantFrom('a', ' ', 'é', '→', '😀'), maxLength: 9 }), {
    minLength: 1,
  })
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 40 }), (all, bytes) => {
      const text = all.join('\n')
      const plain = [Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le'), utf16be(text)]
      for (const content of [...plain, ...plain.map((bytes) => gzipSync(bytes))]) {
        const path = fileOf(content)
        assert.equal(readFile(path), text)
        assert.equal([...readChunks(path, bytes)].join(''), text)
      }
    }),
    { numRuns: 50 },
  )
})

test('what an XML declaration says of the encoding is heeded', () => {
  const xml = (encoding: string) => `<?xml version='1.0' encoding='${encoding}'?><a>München</a>`
  const declared = (encoding: string) => readFile(fileOf(Buffer.from(xml(encoding), 'latin1')))
  for (const encoding of ['ISO-8859-1', 'windows-1252', 'latin1'])
    assert.equal(declared(encoding), xml(encoding))
  // 80 is the euro of windows-1252, and ß of cp437 is no encoding that is known.
  const euro = Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\x80</a>', 'latin1')
  assert.match(readFile(fileOf(euro)), /<a>€<\/a>/)
  assert.throws(() => declared('cp437'), /it declares the unknown encoding “cp437”/)
  // Many programs declare UTF-16 and write UTF-8.
  assert.equal(readFile(fileOf(Buffer.from(xml('UTF-16')))), xml('UTF-16'))
  assert.throws(() => declared('utf-8'), /line 1, column 43: the byte FC is not UTF-8/)
})

test('a byte that is not UTF-8 is refused with its line and column in the file, whole and in chunks', () => {
  const line = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '😀'), maxLength: 12 })
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      line,
      fc.constantFrom(0xfc, 0x80, 0xff),
      (before, start, byte) => {
        const path = fileOf(
          Buffer.concat([
            Buffer.from([...before, start].join('\n')),
            Buffer.from([byte]),
            Buffer.from('x\nend\n'),
          ]),
        )
        const message = new RegExp(
          `^cannot read “.*”: line ${before.length + 1}, column ${[...start].length + 1}: the byte ${byte.toString(16).toUpperCase()} is not UTF-8; save`,
        )
        const refusal = { name: 'InputError', message }
        assert.throws(() => readFile(path), refusal)
        assert.throws(() => [...readChunks(path, 16)], refusal)
      },
    ),
  )
})

test('archives and broken compression are named', () => {
  const refused = (bytes: Uint8Array, message: RegExp) => {
    for (const read of [readFile, (path: string) => [...readChunks(path)]])
      assert.throws(
        () => read(fileOf(bytes)),
        (error) => error instanceof InputError && message.test(error.message),
      )
  }
  refused(Buffer.from('PK\x03\x04\xff\xfe', 'latin1'), /it is a spreadsheet or a zip archive/)
  refused(Buffer.from('\xfd7zXZ\0\xff', 'latin1'), /it is compressed by xz; gzip is read/)
  refused(gzipSync('0 1\n').subarray(0, 20), /it is no whole gzip file/)
})
