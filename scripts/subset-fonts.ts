/**
 * Makes the small WOFF2 files that charts and reports embed, from the full fonts beside them.
 *
 *   node dist/scripts/subset-fonts.js
 *
 * They hold Latin, Greek, and the signs of formulas. Their licence reserves the name of the original, so they carry
 * no name; pages call them by the family name in reports/render/fonts.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { faces, fontFile } from '../reports/render/fonts.ts'

type SubsetFont = (
  font: Buffer,
  text: string,
  options: {
    targetFormat: 'woff2'
    dropTables: readonly string[]
    noHinting: boolean
    noLayoutClosure: boolean
  },
) => Promise<Buffer>
const subsetFont: SubsetFont = createRequire(import.meta.url)('subset-font')

const span = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i))

const characters =
  span(0x20, 0x7e) +
  span(0xa0, 0x17f) +
  span(0x391, 0x3c9) +
  '–—‘’“”„†•…‰′″⁄⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉∂∆∏∑−√∞∫≈≠≤≥→←↑↓×·✓✗'

for (const { file } of Object.values(faces)) {
  const subset = await subsetFont(readFileSync(fontFile(`${file}.ttf`)), characters, {
    targetFormat: 'woff2',
    dropTables: ['name'],
    noHinting: true,
    noLayoutClosure: true,
  })
  writeFileSync(fontFile(`${file}.woff2`), subset)
  process.stdout.write(`${file}.woff2: ${subset.length} bytes\n`)
}
