import assert from 'node:assert/strict'
import { test } from 'node:test'
import katex from 'katex'
import { algorithms } from '../../../algorithms/index.ts'
import { allClaims, formulaOf, parseFormula, valuation } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'

const value = (source: string, values: Record<string, number> = { n: 16, m: 30, D: 5 }) =>
  parseFormula(source).evaluate(valuation(values))

test('formulas have the values of a hand calculation', () => {
  // n = 16, m = 30, D = 5.
  const byHand: [string, number][] = [
    ['2m - (n - 1)', 45],
    ['n(n + 1)/2', 136],
    ['4m - 2n + 2', 90],
    ['8n log2(n) + 6n', 608],
    ['-n + 2^3^2', 496],
    ['n/2/4', 2],
    ['2n^2', 512],
    ['-n^2', -256],
    ['ceil(n/5) + floor(n/5)', 7],
    ['min(n, m, D) + max(n, m)', 35],
    ['H(3)', 11 / 6],
    ['ln(1) + sqrt(n)', 4],
    ['sum(i, 1, D, i^2)', 55],
    ['sum(i, 1, 3, sum(j, 1, i, j))', 10],
    ['1.5n', 24],
  ]
  for (const [source, expected] of byHand) assert.ok(Math.abs(value(source) - expected) < 1e-12, source)
})

test('text and LaTeX have the shape of what was typed', () => {
  const forms: [string, string, string][] = [
    ['2m - (n - 1)', '2m − (n − 1)', '2 m - \\left(n - 1\\right)'],
    ['n(n + 1)/2', 'n(n + 1)/2', '\\frac{n \\left(n + 1\\right)}{2}'],
    ['8n log2(n) + 6n', '8n log₂ n + 6n', '8 n \\log_2 n + 6 n'],
    ['n^2', 'n²', 'n^{2}'],
    ['4*2^i', '4·2^i', '4 \\cdot 2^{i}'],
    ['ecc + 1', 'ecc + 1', '\\mathrm{ecc} + 1'],
    ['floor(n/(k + 1))', '⌊n/(k + 1)⌋', '\\lfloor \\frac{n}{k + 1} \\rfloor'],
    ['sum(i, 1, n, 2^i)', 'Σ(i = 1 … n) 2^i', '\\sum_{i=1}^{n} 2^{i}'],
  ]
  for (const [source, text, latex] of forms) {
    assert.equal(parseFormula(source).text, text)
    assert.equal(parseFormula(source).latex, latex)
  }
})

test('the free variables of a formula leave out what its sums bind', () => {
  assert.deepEqual(parseFormula('n + sum(i, 1, k, i m) + n').variables, ['n', 'k', 'm'])
})

test('a formula that cannot be read names the column', () => {
  const errors: [string, RegExp][] = [
    ['2m -', /the formula ends, but a number, a name or “\(” is expected there/],
    ['(n', /the formula ends, but “\)” is expected there/],
    ['n $ 2', /“\$” stands at column 3, but an operator or the end is expected there/],
    ['floot(n)', /did you mean floor\?/],
    ['sum(1, 2)', /sum\(index, from, to, term\)/],
    ['', /the formula ends/],
  ]
  for (const [source, message] of errors) assert.throws(() => parseFormula(source), message, source)
  assert.throws(() => value('n + q'), /uses q, which is none of n, m, D/)
})

/** A random arithmetic expression together with its value, computed alongside. */
const arithmetic = fc.letrec<{ whole: [string, number] }>((tie) => ({
  whole: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.nat(9).map((x): [string, number] => [String(x), x]),
    fc
      .tuple(tie('whole'), fc.constantFrom('+', '-', '*'), tie('whole'))
      .map(([[a, x], op, [b, y]]): [string, number] => {
        const result = op === '+' ? x + y : op === '-' ? x - y : x * y
        return [`(${a}) ${op} (${b})`, result]
      }),
  ),
})).whole

test('a formula means what JavaScript means by the same arithmetic', () => {
  fc.assert(
    fc.property(arithmetic, ([source, expected]) => assert.equal(value(source), expected)),
    { seed: 1 },
  )
  const flat = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('+', '-', '*', '/')), {
    minLength: 1,
  })
  fc.assert(
    fc.property(flat, (parts) => {
      const source = `${parts.map(([x, op]) => `${x} ${op} `).join('')}1`
      assert.equal(value(source), Function(`return ${source}`)())
    }),
    { seed: 2 },
  )
})

test('the LaTeX of every claim in the catalogue is valid', () => {
  for (const algorithm of algorithms)
    for (const { claim } of allClaims(algorithm))
      assert.doesNotThrow(() =>
        katex.renderToString(formulaOf(claim.formula).latex, { throwOnError: true, strict: 'error' }),
      )
})

test('a name with underscores is one name in LaTeX', () => {
  const { latex } = parseFormula('wake_up_time + _x n')
  assert.equal(latex, '\\mathrm{wake\\_up\\_time} + \\mathrm{\\_x} n')
  assert.doesNotThrow(() => katex.renderToString(latex, { throwOnError: true, strict: 'error' }))
})
