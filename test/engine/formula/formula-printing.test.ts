import assert from 'node:assert/strict'
import { test } from 'node:test'
import katex from 'katex'
import { InputError, parseFormula } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { names, trees, type Values, valueByHand, write } from './expressions.ts'
import { readLatex } from './latex-reader.ts'

const valuations: fc.Arbitrary<Values> = fc.record(
  Object.fromEntries(names.map((name) => [name, fc.constantFrom(0, 1, 2, 3, 5, 16, 40, 0.5, -1)])),
)

const valueIn = (source: string, values: Values): number =>
  parseFormula(source).evaluate((name) => (Object.hasOwn(values, name) ? values[name]! : Number.NaN))

function assertClose(actual: number, expected: number, what: string): void {
  if (Object.is(actual, expected) || actual === expected) return
  assert.ok(Math.abs(actual - expected) <= 1e-9 * Math.abs(expected), `${what}: ${actual}, not ${expected}`)
}

test('a formula has the value of its expression, however few parentheses it has', () => {
  fc.assert(
    fc.property(trees, valuations, (tree, values) =>
      assertClose(valueIn(write(tree), values), valueByHand(tree, values), write(tree)),
    ),
    { seed: 1, numRuns: 2000 },
  )
})

test('the text of a formula reads as the same function, so that different functions have different texts', () => {
  fc.assert(
    fc.property(trees, valuations, (tree, values) => {
      const source = write(tree)
      const { text } = parseFormula(source)
      assert.deepEqual(valueIn(text, values), valueIn(source, values), `${source} prints as ${text}`)
      assert.equal(parseFormula(text).text, text)
    }),
    { seed: 2, numRuns: 5000 },
  )
})

test('the LaTeX of a formula is valid and reads as the same function', () => {
  fc.assert(
    fc.property(trees, valuations, (tree, values) => {
      const source = write(tree)
      const { latex } = parseFormula(source)
      const printed = `${source} prints as ${latex}`
      assert.doesNotThrow(() => katex.renderToString(latex, { throwOnError: true, strict: 'error' }), printed)
      assertClose(readLatex(latex)(values), valueIn(source, values), printed)
    }),
    { seed: 3, numRuns: 2000 },
  )
})

test('what could be misread is printed with parentheses', () => {
  const forms: readonly (readonly [source: string, text: string, latex: string])[] = [
    ['sum(i, 1, n, i) + m', 'Σ(i = 1 … n) i + m', '\\sum_{i=1}^{n} i + m'],
    ['sum(i, 1, n, i + m)', 'Σ(i = 1 … n) (i + m)', '\\sum_{i=1}^{n} \\left(i + m\\right)'],
    ['sum(i, 1, n, i) m', '(Σ(i = 1 … n) i) m', '\\left(\\sum_{i=1}^{n} i\\right) m'],
    ['sum(i, 1, n, i m)', 'Σ(i = 1 … n) i m', '\\sum_{i=1}^{n} i m'],
    ['sum(i, 1, n, i)/2', '(Σ(i = 1 … n) i)/2', '\\frac{\\sum_{i=1}^{n} i}{2}'],
    ['sum(i, 1, n, i/2)', 'Σ(i = 1 … n) i/2', '\\sum_{i=1}^{n} \\frac{i}{2}'],
    ['sum(i, 1, n, i)^2', '(Σ(i = 1 … n) i)²', '\\left(\\sum_{i=1}^{n} i\\right)^{2}'],
    ['log2(n)^2', '(log₂ n)²', '\\left(\\log_2 n\\right)^{2}'],
    ['logstar(n)^2', '(log* n)²', '\\left(\\log^* n\\right)^{2}'],
    ['log*(2^n) m', 'log*(2^n) m', '\\log^*\\left(2^{n}\\right) m'],
    ['log2(n^2)', 'log₂(n²)', '\\log_2\\left(n^{2}\\right)'],
    ['log2(n) m', 'log₂(n) m', '\\log_2\\left(n\\right) m'],
    ['log2(n m)', 'log₂(n m)', '\\log_2\\left(n m\\right)'],
    ['log2(n)/4', 'log₂ n/4', '\\frac{\\log_2 n}{4}'],
    ['log2(n/4)', 'log₂(n/4)', '\\log_2\\left(\\frac{n}{4}\\right)'],
    ['log2(2n)', 'log₂(2n)', '\\log_2\\left(2 n\\right)'],
    ['sqrt(n m)', '√(n m)', '\\sqrt{n m}'],
    ['sqrt(n) m', '√(n) m', '\\sqrt n m'],
    ['sqrt(16)', '√ 16', '\\sqrt{16}'],
    ['2 e3', '2 e3', '2 \\mathrm{e3}'],
    ['wait * (n)', 'wait·(n)', '\\mathrm{wait} \\left(n\\right)'],
    ['sum(step, 1, n, step)', 'Σ(step = 1 … n) step', '\\sum_{\\mathrm{step}=1}^{n} \\mathrm{step}'],
    [
      '10^24 + 1000000000000000000000000',
      '10^24 + 1000000000000000000000000',
      '10^{24} + 1000000000000000000000000',
    ],
  ]
  for (const [source, text, latex] of forms) {
    const formula = parseFormula(source)
    assert.deepEqual([formula.text, formula.latex], [text, latex], source)
  }
})

test('formulas may be typed as they are printed', () => {
  // n = 3, m = 5, k = 2.
  const byHand: readonly (readonly [string, number])[] = [
    ['2m − (n − 1)', 8],
    ['n²·m × k', 90],
    ['⌈n/k⌉ + ⌊n/k⌋', 3],
    ['√ 16 + log₂ 8', 7],
    ['2¹⁰', 1024],
    ['Σ(i = 1 … n) i² + m', 19],
    ['−k', -2],
  ]
  for (const [source, value] of byHand) assert.equal(valueIn(source, { n: 3, m: 5, k: 2 }), value, source)
})

test('what is not clear, or means something in another language, is refused with what would be right', () => {
  const errors: readonly (readonly [string, RegExp])[] = [
    ['1e3', /“1e3” is no number; write 10\^3 or its digits/],
    ['n + 2.5E6', /“2\.5E6” is no number; write 2\.5 \* 10\^6/],
    ['10_000', /“10_000” is no number/],
    ['log2(n, 2)', /log2 takes one operand, but here it has 2/],
    ['ceil(n, m)', /ceil takes one operand, but here it has 2/],
    ['H(n, 1)', /H takes one operand/],
    ['min()', /a number, a name or “\(” is expected/],
    ['log₂ n m', /it is not clear how far log2 reaches; write log2\(n\)/],
    ['ln n^2', /it is not clear how far ln reaches/],
    ['√ n²', /it is not clear how far sqrt reaches/],
    ['log2 log2(n)', /“\(” is expected/],
    ['toString(n)', /there is no function toString/],
    ['foor(n)', /there is no function foor; did you mean floor\?/],
    ['constructor(n) + 1', /there is no function constructor/],
    ['sum(i, 1, n)', /sum\(index, from, to, term\)/],
    ['sum(2, 1, n, 2)', /sum\(index, from, to, term\)/],
    ['Σ(i = 1, n) i', /“,” stands at column 8, but “…” is expected there/],
    ['⌈n)', /“\)” stands at column 3, but “⌉” is expected there/],
    ['n^-1', /“-” stands at column 3, but a number, a name or “\(” is expected there/],
    ['9'.repeat(400), /too large a number/],
    ['('.repeat(5000), /it has 5000 characters; at most 1000 are allowed/],
    ['n 😀', /“😀” stands at column 3, but an operator or the end is expected there/],
  ]
  for (const [source, message] of errors)
    assert.throws(
      () => parseFormula(source),
      (error) => error instanceof InputError && message.test(error.message),
      source,
    )
})

test('any text at all is either a formula or refused in one line', () => {
  const characters = fc.constantFrom(
    ...'nmDi012.+-*/^(),eH_ −·²⌈⌉⌊⌋Σ=…',
    'log2',
    'ln',
    'sqrt',
    'log₂',
    '√',
    'sum',
    'min',
    '\n',
    '😀',
  )
  const texts = fc.array(characters, { maxLength: 14 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      try {
        const formula = parseFormula(text)
        assert.equal(parseFormula(formula.text).text, formula.text)
      } catch (error) {
        assert.ok(error instanceof InputError, String(error))
      }
    }),
    { seed: 4, numRuns: 20_000 },
  )
})
