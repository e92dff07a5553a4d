import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { showControls } from '../../../cli/output/visible.ts'
import { admissible, scratch } from '../../helpers/admissible.ts'
import fc from '../../helpers/property.ts'

const colours = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g')

/** What arrives when a text is written to a stream that shows controls. */
function shown(text: string): string {
  const arrived: unknown[] = []
  const stream = { write: (chunk: unknown) => arrived.push(chunk) > 0 } as unknown as NodeJS.WriteStream
  showControls(stream)
  stream.write(text)
  return arrived.join('')
}

test('colours, line ends and our own lines that change stay as they are', () => {
  for (const text of ['\x1b[1mbold\x1b[22m\n', '\r\x1b[2K50%  1 of 2', 'plain\ttext\n', 'Σ ⌈log₂ n⌉ – 東京'])
    assert.equal(shown(text), text)
})

test('every other control character is shown as its code', () => {
  assert.equal(shown('a\x1b]0;title\x07b'), 'a\\u001b]0;title\\u0007b')
  assert.equal(shown('name\r\x1b[2Kspoof'), 'name\\u000d\\u001b[2Kspoof')
  assert.equal(shown('\u202egnp.exe\u0085'), '\\u202egnp.exe\\u0085')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      // An independent reading: nothing below the space but tab and line end, none of the C1 block.
      for (const character of shown(`x${text}`).replaceAll(colours, '')) {
        const code = character.codePointAt(0)!
        assert.ok((code >= 32 && (code < 127 || code > 159)) || code === 9 || code === 10, String(code))
      }
    }),
  )
})

test('a name from a file cannot reach the terminal as it is', (t) => {
  const folder = scratch(t)
  writeFileSync(
    join(folder, 'evil.execution.jsonl'),
    '{"format":"admissible-execution/1\x1b[2J"}\n'.replace('\x1b', '\\u001b'),
  )
  const { code, stderr } = admissible(['verify', 'evil.execution.jsonl'], folder)
  assert.equal(code, 2)
  assert.ok(!stderr.includes('\x1b'), JSON.stringify(stderr))
  const missing = admissible(['simulate', 'x\x1b[31;2Jy', '--topology', 'ring'], folder)
  assert.ok(!missing.stderr.includes('\x1b['), JSON.stringify(missing.stderr))
})
