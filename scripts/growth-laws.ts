/** Laws that made-up sweeps follow, and the class that each is of; null if it is of none of those that are tried. */
import type { Place } from '../reports/growth/growth-class.ts'

type Cost = (place: Place) => number

/** By its text: the class, and the cost. */
export type Laws = Readonly<Record<string, readonly [truth: string | null, cost: Cost]>>

const log = Math.log2
/** A law in n alone. */
const of = (truth: string | null, cost: (n: number) => number): readonly [string | null, Cost] => [
  truth,
  ({ n }) => cost(n),
]

/** The leading term alone. */
const pure: Laws = {
  '7': of('1', () => 7),
  'log n': of('log n', log),
  '√n': of('√n', Math.sqrt),
  n: of('n', (n) => n),
  'n log n': of('n log n', (n) => n * log(n)),
  'n log² n': of('n log² n', (n) => n * log(n) ** 2),
  'n√n': of('n√n', (n) => n ** 1.5),
  'n²': of('n²', (n) => n * n),
  'n² log n': of('n² log n', (n) => n * n * log(n)),
  'n³': of('n³', (n) => n ** 3),
}

/** The rarer classes. */
const rarer: Laws = {
  'log log n': of('log log n', (n) => log(log(n))),
  'log² n': of('log² n', (n) => log(n) ** 2),
  'n^(1/3)': of('n^(1/3)', Math.cbrt),
  'n/log n': of('n/log n', (n) => n / log(n)),
}

/** With terms of lower order, within the bounds that are assumed of them and far beyond. */
const lower: Laws = {
  '7 + 20/n': of('1', (n) => 7 + 20 / n),
  'log n + 10': of('log n', (n) => log(n) + 10),
  '3 log n − 2': of('log n', (n) => 3 * log(n) - 2),
  'log n + 100': of('log n', (n) => log(n) + 100),
  '2√n + 3': of('√n', (n) => 2 * Math.sqrt(n) + 3),
  '√n + 50': of('√n', (n) => Math.sqrt(n) + 50),
  '√n + 5 log n': of('√n', (n) => Math.sqrt(n) + 5 * log(n)),
  'n + 1': of('n', (n) => n + 1),
  '3n + 100': of('n', (n) => 3 * n + 100),
  'n + 1000': of('n', (n) => n + 1000),
  'max(1000, n)': of('n', (n) => Math.max(1000, n)),
  'n + 2 log n': of('n', (n) => n + 2 * log(n)),
  'n − √n': of('n', (n) => n - Math.sqrt(n)),
  'n + 20√n': of('n', (n) => n + 20 * Math.sqrt(n)),
  'n log n + 3n': of('n log n', (n) => n * (log(n) + 3)),
  'n log n + 10n': of('n log n', (n) => n * (log(n) + 10)),
  'n log n + 100n': of('n log n', (n) => n * (log(n) + 100)),
  'n log n − n': of('n log n', (n) => n * (log(n) - 1)),
  'n H(n)': of('n log n', (n) => n * harmonic(n)),
  'n log² n + 3n log n': of('n log² n', (n) => n * log(n) * (log(n) + 3)),
  'n log² n + 20n': of('n log² n', (n) => n * (log(n) ** 2 + 20)),
  'n√n + 3n': of('n√n', (n) => n * (Math.sqrt(n) + 3)),
  'n√n + 20n': of('n√n', (n) => n * (Math.sqrt(n) + 20)),
  'n√n + n log n': of('n√n', (n) => n * (Math.sqrt(n) + log(n))),
  'n² + 10n': of('n²', (n) => n * (n + 10)),
  'n(n − 1)/2': of('n²', (n) => (n * (n - 1)) / 2),
  'n²/100 + 20n': of('n²', (n) => (n * n) / 100 + 20 * n),
  'n² + n log n': of('n²', (n) => n * (n + log(n))),
  'n²/50 + n log n': of('n²', (n) => (n * n) / 50 + n * log(n)),
  'n² + 1000n': of('n²', (n) => n * (n + 1000)),
  'n² log n + 3n²': of('n² log n', (n) => n * n * (log(n) + 3)),
  'n³ + 10n²': of('n³', (n) => n * n * (n + 10)),
  'n³/100 + n²': of('n³', (n) => n ** 3 / 100 + n * n),
  'n/log n + √n': of('n/log n', (n) => n / log(n) + Math.sqrt(n)),
}

/** Of no class that is tried. */
const none: Laws = {
  ...Object.fromEntries(
    [0.2, 0.25, 0.7, 0.75, 1.1, 1.2, 1.25, 1.3, 1.4, 1.6, 1.75, 2.2, 2.25, 2.5, 2.75, 3.5].map((power) => [
      `n^${power}`,
      of(null, (n) => n ** power),
    ]),
  ),
  '2^√(log n)': of(null, (n) => 2 ** Math.sqrt(log(n))),
  'n log log n': of(null, (n) => n * log(log(n))),
  'n√(log n)': of(null, (n) => n * Math.sqrt(log(n))),
  'n log³ n': of(null, (n) => n * log(n) ** 3),
  '√n log n': of(null, (n) => Math.sqrt(n) * log(n)),
  'n√n log n': of(null, (n) => n ** 1.5 * log(n)),
  'n²/log n': of(null, (n) => (n * n) / log(n)),
  '1.01^n': of(null, (n) => 1.01 ** Math.min(n, 50_000)),
  'n to 200, then n²/200': of(null, (n) => (n < 200 ? n : (n * n) / 200)),
}

/** Staircases, whose steps no class has. */
const steps: Laws = {
  '⌈log n⌉': of('log n', (n) => Math.ceil(log(n))),
  '⌈√n⌉': of('√n', (n) => Math.ceil(Math.sqrt(n))),
  '2^⌈log n⌉': of('n', (n) => 2 ** Math.ceil(log(n))),
  'n in steps of 50': of('n', (n) => 50 * Math.ceil(n / 50)),
  'n ⌊log n⌋': of('n log n', (n) => n * Math.floor(log(n))),
  '4^⌈log₄ n⌉ n': of('n²', (n) => n * 4 ** Math.ceil(log(n) / 2)),
}

/** On several kinds of network. */
const several: Laws = {
  n: of('n', (n) => n),
  'n + 10': of('n', (n) => n + 10),
  'n log n + 3n': of('n log n', (n) => n * (log(n) + 3)),
  D: ['D', ({ D }) => D],
  'D + 1': ['D', ({ D }) => D + 1],
  '2m': ['m', ({ m }) => 2 * m],
  '2m − n + 1': ['m', ({ n, m }) => 2 * m - n + 1],
  'm + 3n': ['m', ({ n, m }) => m + 3 * n],
  'm + n log n': ['a m + b n log n', ({ n, m }) => m + n * log(n)],
  '2m + 5n log n': ['a m + b n log n', ({ n, m }) => 2 * m + 5 * n * log(n)],
  '3m + n log n': ['a m + b n log n', ({ n, m }) => 3 * m + n * log(n)],
  'D m': ['D m', ({ m, D }) => D * m],
  'n m': ['n m', ({ n, m }) => n * m],
}

/** On several kinds of network, with large terms of lower order or of no class. */
const severalHard: Laws = {
  'n + 1000': of('n', (n) => n + 1000),
  'D + 100': ['D', ({ D }) => D + 100],
  'm + 100n': ['m', ({ n, m }) => m + 100 * n],
  'm + 1000': ['m', ({ m }) => m + 1000],
  'n m/100 + 20m': ['n m', ({ n, m }) => (n * m) / 100 + 20 * m],
  '√m': [null, ({ m }) => Math.sqrt(m)],
  '√(n m)': [null, ({ n, m }) => Math.sqrt(n * m)],
  'm√n': [null, ({ n, m }) => m * Math.sqrt(n)],
  'm√D': [null, ({ m, D }) => m * Math.sqrt(D)],
  'm/log n': [null, ({ n, m }) => m / log(n)],
  'm²': [null, ({ m }) => m * m],
  'n D²': [null, ({ n, D }) => n * D * D],
  'n log D': [null, ({ n, D }) => n * log(1 + D)],
  'm + D n': [null, ({ n, m, D }) => m + D * n],
  'm + n√n': [null, ({ n, m }) => m + n ** 1.5],
  'n^1.25': of(null, (n) => n ** 1.25),
  'n log log n': of(null, (n) => n * log(log(n))),
  'm, or 2m where D > 4': [null, ({ m, D }) => (D > 4 ? 2 : 1) * m],
  'n, or 1.3n where D > 4': [null, ({ n, D }) => (D > 4 ? 1.3 : 1) * n],
  'm up to 3n, else 3n': [null, ({ n, m }) => Math.min(m, 3 * n)],
}

export const lawsOf = { pure, rarer, lower, none, steps, several, severalHard } as const

/** The n-th harmonic number; from 1000 on by Euler's expansion. */
function harmonic(n: number): number {
  if (n > 1000) return Math.log(n) + 0.5772156649015329 + 1 / (2 * n)
  let sum = 0
  for (let i = 1; i <= n; i++) sum += 1 / i
  return sum
}
