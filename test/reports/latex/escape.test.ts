import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from '@unified-latex/unified-latex-util-parse'
import { latexText } from '../../../reports/latex/escape.ts'
import fc from '../../helpers/property.ts'
import { assertStrict } from './strict.ts'

test('what has a meaning to TeX is printed as it is', () => {
  for (const [text, wanted] of [
    ['\\input{/etc/passwd}', '\\textbackslash{}input\\{/etc/passwd\\}'],
    ['100% #1 a_b', '100\\% \\#1 a\\_b'],
    ['~ ^ $ &', '\\textasciitilde{} \\textasciicircum{} \\$ \\&'],
    ['<script>"', '\\textless{}script\\textgreater{}\\symbol{34}'],
    ['[1pt]*', '{[}1pt{]}{*}'],
    ["--'' ?`", "-{}-{}'{}' ?{}`"],
    ['Barabási–Albert', "Barab\\'{a}si--Albert"],
    ['8n log₂ n ≤ n²', '8n log\\ensuremath{_{2}} n \\ensuremath{\\leq} n\\ensuremath{^{2}}'],
    ['Ω “é” 中', "\\ensuremath{\\Omega} ``\\'{e}'' U+4E2D"],
    // A decomposed ö is one letter; a comma below is no cedilla.
    ['o\u0308', '\\"{o}'],
    ['ąęșț', '\\k{a}\\k{e}\\textcommabelow{s}\\textcommabelow{t}'],
    ['€đÞ', '\\texteuro{}\\dj{}\\TH{}'],
    ['a\nb\tc\u0000d', 'a b c d'],
  ] as const)
    assert.equal(latexText(text), wanted)
})

/** What TeX prints of a text without arguments of commands, by the tree that another library reads in it. */
function printed(latex: string): string {
  const characters: Readonly<Record<string, string>> = {
    textbackslash: '\\',
    textasciitilde: '~',
    textasciicircum: '^',
    textless: '<',
    textgreater: '>',
    textbar: '|',
    symbol: '"',
    ldots: '…',
    S: '§',
    ss: 'ß',
  }
  const nodes = parse(latex).content as readonly { type: string; content?: unknown }[]
  const text = nodes
    .map((node, i): string => {
      if (node.type === 'whitespace') return ' '
      if (node.type === 'string') return node.content as string
      if (node.type === 'macro') return characters[node.content as string] ?? (node.content as string)
      if (node.type === 'parbreak') return ' '
      assert.equal(node.type, 'group')
      const before = nodes[i - 1]
      if (before?.type === 'macro' && before.content === 'symbol') return ''
      const inner = node.content as readonly { content: string }[]
      // An empty group parts what would be a ligature.
      return inner.length === 0 ? '\u0000' : inner.map(({ content }) => content).join('')
    })
    .join('')
  return text
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replaceAll('?`', '¿')
    .replaceAll('!`', '¡')
    .replaceAll(',,', '„')
    .replaceAll('\u0000', '')
}

test('TeX prints every text as it was given', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'\\{}$&%#_~^<>|"[]*-`\',!?–—“”…§ßab1 /=(){}') })
  fc.assert(
    fc.property(texts, (text) => {
      // A parser of text, too, takes several spaces for one.
      const plain = (value: string) => value.replace(/ +/g, ' ').trim()
      assert.equal(plain(printed(latexText(text))), plain(text))
    }),
    { numRuns: 200 },
  )
})

test('no text whatsoever breaks out of the place where it stands', () => {
  const anything = fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 40 })
  fc.assert(
    fc.property(anything, (points) => {
      const text = String.fromCodePoint(...points)
      assertStrict(latexText(text), JSON.stringify(text))
    }),
  )
})
