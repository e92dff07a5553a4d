import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFormula } from '../../../engine/index.ts'

const values = { n: 4, D: 2, z: 0, unknown: Number.NaN, endless: Number.POSITIVE_INFINITY }
const valuation = (name: string): number => new Map(Object.entries(values)).get(name) ?? Number.NaN

test('where the mathematics gives no value, a formula has none and says why', () => {
  const nowhere: readonly (readonly [source: string, why: string])[] = [
    ['n/0', 'n/0 divides by 0'],
    ['0/0', '0/0 divides by 0'],
    ['n/(D - 2)', 'n/(D − 2) divides by 0'],
    ['0 - n/0', 'n/0 divides by 0'],
    ['min(n, 1/z)', '1/z divides by 0'],
    ['0^(-1)', '0^(−1) has no value'],
    ['(-8)^(1/3)', '(−8)^(1/3) has no value'],
    ['log2(n - 4)', 'log₂(n − 4) has no value: log2 is for numbers above 0, not for 0'],
    ['ln(-n)', 'ln(−n) has no value: ln is for numbers above 0, not for -4'],
    ['2 + sqrt(1 - n)', '√(1 − n) has no value: sqrt is for numbers from 0 on, not for -3'],
    ['H(7/2)', 'H(7/2) has no value: H is for integers from 0 on, not for 3.5'],
    ['H(-1)', 'H(−1) has no value: H is for integers from 0 on, not for -1'],
    ['ceil(unknown)', 'unknown is not known here'],
    ['sum(i, 1, n, unknown)', 'unknown is not known here where i = 1'],
    ['sum(i, 1, n, 1/(i - 3))', '1/(i − 3) divides by 0 where i = 3'],
    [
      'sum(i, 1, n/3, i)',
      'Σ(i = 1 … n/3) i has no value: its bounds must be integers, not 1 and 1.3333333333333333',
    ],
    ['sum(i, 0, unknown, i)', 'unknown is not known here'],
    ['sum(i, 1, 10^12, i)', 'Σ(i = 1 … 10^12) i has too many terms, or one without a value'],
    [
      'sum(i, 1, 10^4, sum(j, 1, 10^4, 1))',
      'Σ(i = 1 … 10⁴) Σ(j = 1 … 10⁴) 1 has too many terms, or one without a value',
    ],
  ]
  for (const [source, why] of nowhere) {
    const formula = parseFormula(source)
    assert.ok(Number.isNaN(formula.evaluate(valuation)), source)
    assert.equal(formula.trouble(valuation), why)
  }
})

test('what is too large for a number is infinite and says so', () => {
  const large: readonly (readonly [source: string, value: number, why: string])[] = [
    ['2^(n^(n^n))', Number.POSITIVE_INFINITY, '2^(n^(n^n)) is too large for a number'],
    ['-2^10^4', Number.NEGATIVE_INFINITY, '2^10⁴ is too large for a number'],
    ['sum(i, 1, 2, 10^308)', Number.POSITIVE_INFINITY, 'Σ(i = 1 … 2) 10^308 is too large for a number'],
    ['n + endless', Number.POSITIVE_INFINITY, 'endless is infinite here'],
  ]
  for (const [source, value, why] of large) {
    const formula = parseFormula(source)
    assert.equal(formula.evaluate(valuation), value, source)
    assert.equal(formula.trouble(valuation), why)
  }
})

test('at the edges of the domains there is a value, and no trouble', () => {
  // An empty sum is 0, H(0) is one, and 0^0 = 1, as usual.
  const edges: readonly (readonly [string, number])[] = [
    ['H(0)', 0],
    // 0 and 1 are at most 1 already; 2, 4, 16 and 65,536 are towers of 2, and what follows each takes one step more.
    ['logstar(0)', 0],
    ['logstar(1)', 0],
    ['logstar(2)', 1],
    ['logstar(4)', 2],
    ['logstar(5)', 3],
    ['logstar(16)', 3],
    ['logstar(2^16)', 4],
    ['logstar(2^16 + 1)', 5],
    ['H(1)', 1],
    ['sqrt(0)', 0],
    ['log2(1)', 0],
    ['0/n', 0],
    ['0^0', 1],
    ['sum(i, 1, 0, 1/0)', 0],
    ['sum(i, 5, 2, i)', 0],
    ['sum(i, -2, 2, i^2)', 10],
    ['min(n)', 4],
    ['max(1, 2, n, 3)', 4],
  ]
  for (const [source, value] of edges) {
    const formula = parseFormula(source)
    assert.equal(formula.evaluate(valuation), value, source)
    assert.equal(formula.trouble(valuation), null)
  }
})

test('harmonic numbers of large n agree with the integrals between which they lie', () => {
  // ln(n + 1/2) + γ + 1/(24 (n + 1)^2) < H(n) < ln(n + 1/2) + γ + 1/(24 n^2) (DeTemple 1993).
  const H = (n: number) => parseFormula('H(n)').evaluate(() => n)
  for (const n of [10, 1000, 2 ** 24, 2 ** 24 + 1, 2 ** 40]) {
    const middle = Math.log(n + 0.5) + 0.5772156649015329
    assert.ok(H(n) >= middle + 1 / (24 * (n + 1) ** 2) - 1e-12, String(n))
    assert.ok(H(n) <= middle + 1 / (24 * n ** 2) + 1e-12, String(n))
  }
})
