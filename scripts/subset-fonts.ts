/**
 * Makes the small WOFF2 files that charts and reports embed, from the full fonts beside them.
 *
 *   node dist/scripts/subset-fonts.js
 *
 * They hold Latin, Greek, and the signs of formulas. The full fonts come from scripts/add-brackets.py.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { faces, fontFile } from '../reports/fonts/fonts.ts'

type SubsetFont = (
  font: Buffer,
  text: string,
  options: { targetFormat: 'woff2'; noHinting: boolean; noLayoutClosure: boolean },
) => Promise<Buffer>
const subsetFont: SubsetFont = createRequire(import.meta.url)('subset-font')

const span = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i))

const characters =
  span(0x20, 0x7e) +
  span(0xa0, 0x17f) +
  span(0x391, 0x3c9) +
  '–—‘’“”„†•…‰′″⁄⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉∂∆∏∑−√∞∫≈≠≤≥⌈⌉⌊⌋→←↑↓×·✓✗'

const options = { noHinting: true, noLayoutClosure: true }

for (const { file } of Object.values(faces)) {
  const full = readFileSync(fontFile(`${file}.ttf`))
  const packed = await subsetFont(full, characters, { targetFormat: 'woff2', ...options })
  writeFileSync(fontFile(`${file}.woff2`), packed)
  process.stdout.write(`${file}.woff2: ${packed.length} bytes\n`)
}
