import assert from 'node:assert/strict'
import { inflateSync } from 'node:zlib'

/** The objects of a PDF by number, each with its dictionary and what its stream holds, unpacked. */
function objectsOf(pdf: Buffer): Map<number, { readonly words: string; readonly stream: string }> {
  const text = pdf.toString('latin1')
  const found = [...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)]
  return new Map(
    found.map(([, id, body]) => {
      const [words = '', packed] = body!.split(/\nstream\n/)
      const bytes = packed === undefined ? '' : Buffer.from(packed.replace(/\nendstream$/, ''), 'latin1')
      const unpacked = words.includes('/FlateDecode') ? inflateSync(bytes as Buffer) : bytes
      return [Number(id), { words, stream: unpacked.toString('latin1') }]
    }),
  )
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** What a reader can select in a PDF: a line for each text that is shown, by the tables of its fonts. */
export function textsIn(pdf: Buffer): string[] {
  const objects = objectsOf(pdf)
  const fonts = new Map<string, readonly string[]>()
  for (const { words } of objects.values())
    for (const [, name, id] of words.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))!.words)
      assert.ok(table, `the font ${name} has no table that says what its glyphs mean`)
      const map = objects.get(Number(table[1]))!.stream
      const entries = [...map.matchAll(/\[([^\]]*)\]/g)].flatMap((match) => match[1]!.match(/<[^>]*>/g) ?? [])
      fonts.set(
        name!,
        entries.map((entry) => utf16(entry.replace(/[<> ]/g, ''))),
      )
    }
  return [...objects.values()].flatMap(({ stream }) => {
    const lines: string[] = []
    let font: readonly string[] = []
    for (const [, name, code] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]{4})> Tj|\bBT\b/g))
      if (name !== undefined) font = fonts.get(name)!
      else if (code === undefined) lines.push('')
      else lines.push(`${lines.pop()}${font[Number.parseInt(code, 16)]}`)
    return lines
  })
}

/** The fonts of which a PDF embeds subsets, whose names have a prefix of six letters. */
export function fontsIn(pdf: Buffer): string[] {
  return [...objectsOf(pdf).values()]
    .filter(({ words }) => words.includes('/FontFile2'))
    .map(({ words }) => /\/FontName \/[A-Z]{6}\+(\S+)/.exec(words)![1]!)
    .sort()
}

/** The size of the page, in points. */
export function pageOf(pdf: Buffer): number[] {
  const [, box] = /\/MediaBox \[([^\]]*)\]/.exec(pdf.toString('latin1'))!
  return box!.split(' ').map(Number)
}
