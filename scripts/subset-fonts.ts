/**
 * Makes the small WOFF2 files that charts and reports embed, from the full fonts beside them.
 *
 *   node dist/scripts/subset-fonts.js
 *
 * They hold Latin, Greek, and the signs of formulas. The licence reserves the name of the original to the original, so
 * they carry another one.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { faces, fontFile } from '../reports/fonts/fonts.ts'

type SubsetFont = (
  font: Buffer,
  text: string,
  options: { targetFormat: 'sfnt' | 'woff2'; noHinting: boolean; noLayoutClosure: boolean },
) => Promise<Buffer>
const subsetFont: SubsetFont = createRequire(import.meta.url)('subset-font')

const span = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i))

const characters =
  span(0x20, 0x7e) +
  span(0xa0, 0x17f) +
  span(0x391, 0x3c9) +
  '–—‘’“”„†•…‰′″⁄⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉∂∆∏∑−√∞∫≈≠≤≥→←↑↓×·✓✗'

/** Replaces a name in the font's tables, where names are in UTF-16, by one of the same length. */
function rename(font: Buffer, from: string, to: string): Buffer {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16()
  const copy = Buffer.from(font)
  for (let at = copy.indexOf(utf16(from)); at >= 0; at = copy.indexOf(utf16(from), at + 1))
    utf16(to).copy(copy, at)
  return copy
}

const options = { noHinting: true, noLayoutClosure: true }

for (const { file } of Object.values(faces)) {
  const full = readFileSync(fontFile(`${file}.ttf`))
  const subset = await subsetFont(full, characters, { targetFormat: 'sfnt', ...options })
  const renamed = rename(rename(subset, 'Source Sans', 'Report Sans'), 'SourceSans', 'ReportSans')
  const packed = await subsetFont(renamed, characters, { targetFormat: 'woff2', ...options })
  writeFileSync(fontFile(`${file}.woff2`), packed)
  process.stdout.write(`${file}.woff2: ${packed.length} bytes\n`)
}
