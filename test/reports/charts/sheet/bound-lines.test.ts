import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boundLines } from '../../../../reports/charts/sheet/bound-lines.ts'
import type { Bound } from '../../../../reports/charts/sheet/bounds.ts'
import { themes } from '../../../../reports/themes/index.ts'

const look = themes.paper
const sizes = [16, 64, 256]
const bound = (panel: string, series: string, label: string, of: (n: number) => number): Bound => ({
  panel,
  series,
  label,
  points: sizes.map((n) => ({ n, value: of(n) })),
})
const ink = (series: string) => (series === 'A' ? '#0000aa' : '#aa0000')

test('a bound has the hue of its series, and a dash that no other bound of the figure has', () => {
  const { lines, entries } = boundLines(
    [
      bound('p', 'A', '≤ 2n', (n) => 2 * n),
      bound('p', 'B', '≤ n²', (n) => n * n),
      bound('q', 'A', '≤ 2n', (n) => 2 * n),
    ],
    ink,
    look,
  )
  assert.deepEqual(
    entries.map(({ text, colour }) => [text, colour]),
    [
      ['≤ 2n', '#0000aa'],
      ['≤ n²', '#aa0000'],
    ],
  )
  assert.notDeepEqual(entries[0]!.dash, entries[1]!.dash)
  assert.deepEqual(lines[0]!.dash, lines[2]!.dash)
})

test('bounds that coincide are one line in a neutral colour, and say so once', () => {
  const { lines, entries } = boundLines(
    [bound('p', 'A', '≤ 2m', (n) => 2 * n), bound('p', 'B', '≤ 2n', (n) => 2 * n)],
    ink,
    look,
  )
  assert.equal(lines.length, 1)
  assert.deepEqual(
    entries.map(({ text, series, colour }) => [text, series, colour]),
    [['≤ 2m and ≤ 2n', null, look.ink.bound]],
  )
})

test('bounds that coincide in one panel only keep their own lines in the other', () => {
  const { entries } = boundLines(
    [
      bound('ring', 'A', '≤ 2m', (n) => 2 * n),
      bound('ring', 'B', '≤ 2n', (n) => 2 * n),
      bound('complete', 'A', '≤ 2m', (n) => n * (n - 1)),
      bound('complete', 'B', '≤ 2n', (n) => 2 * n),
    ],
    ink,
    look,
  )
  assert.deepEqual(
    entries.map(({ text }) => text),
    ['≤ 2m and ≤ 2n', '≤ 2m', '≤ 2n'],
  )
})
