import assert from 'node:assert/strict'
import { test } from 'node:test'
import { italicVariables } from '../../../reports/figures/italics.ts'

const set = (text: string) =>
  italicVariables(`<svg><text x="1">${text}</text></svg>`)
    .replace(/<\/?(svg|text)[^>]*>/g, '')
    .replaceAll('<tspan font-style="italic">', '*')
    .replaceAll('</tspan>', '*')

test('variables that stand alone are set in italics', () => {
  assert.equal(set('Ring, n = 512'), 'Ring, *n* = 512')
  assert.equal(set('G(n, p), mean degree 8'), 'G(*n*, *p*), mean degree 8')
  assert.equal(set('exactly 2m − (n − 1)'), 'exactly 2*m* − (*n* − 1)')
})

test('letters of words, names, files and settings stay upright', () => {
  for (const text of ['messages', 'net-n.txt', 'variant-2n', 'n=16', 'a &lt; b', 'min=0.5', 'D’Hondt', 'x.n'])
    assert.equal(set(text), text)
})

test('a text that is in italics as a whole, and what is no text, stay as they are', () => {
  const svg = '<svg id="n"><text font-style="italic">≤ 2n</text><path d="M n"/></svg>'
  assert.equal(italicVariables(svg), svg)
})
