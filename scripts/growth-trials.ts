/** Made-up sweeps whose costs follow a known law, to measure how often the verdict on growth is right. */
import { type Random, Streams } from '../engine/index.ts'
import { assessGrowth, type Observation } from '../reports/growth/assess-growth.ts'
import { classesInMAndD, classesInN, type Place } from '../reports/growth/growth-class.ts'

/** What came of a trial; an outsider is of no class, so that only `none` is right. */
type Score = 'right' | 'undecided' | 'wrong'

export interface Trial {
  /** The class that the cost is of, or the power of n for one that is of none. */
  readonly truth: string
  readonly kind: 'class' | 'outsider' | 'several'
  /** The standard deviation of the logarithm of what costs are multiplied by. */
  readonly noise: number
  readonly tails: string
  /** The largest size over the smallest. */
  readonly range: number
  readonly replicates: number
  readonly score: Score
}

type Cost = (place: Place, b: number) => number

const log = Math.log2

/** Of each class some costs, with b as the coefficient of a term of lower order. */
const laws: Readonly<Record<string, readonly Cost[]>> = {
  '1': [() => 7],
  'log n': [({ n }, b) => log(n) + b, ({ n }, b) => 3 * log(n) + b],
  '√n': [({ n }) => Math.sqrt(n), ({ n }) => 2 * Math.sqrt(n) + 3],
  n: [({ n }, b) => n + b, ({ n }, b) => 3 * n + b, ({ n }) => n + 2 * log(n)],
  'n log n': [({ n }, b) => n * log(n) + b * n, ({ n }) => n * harmonic(n)],
  'n log² n': [({ n }, b) => n * log(n) * (log(n) + b), ({ n }, b) => n * (log(n) ** 2 + b)],
  'n√n': [({ n }) => n * Math.sqrt(n), ({ n }) => n * (Math.sqrt(n) + 3)],
  'n²': [({ n }, b) => n * (n + b), ({ n }) => (n * (n + 3)) / 2, ({ n }) => 2 * n * n - 4 * n + 2],
  'n² log n': [({ n }, b) => n * n * (log(n) + b)],
  'n³': [({ n }, b) => n * n * (n + b)],
}

/** Costs of no class. */
const outsiders: Readonly<Record<string, readonly Cost[]>> = {
  'n^1.25': [({ n }) => n ** 1.25],
  'n^1.75': [({ n }) => n ** 1.75],
  'n^2.5': [({ n }) => n ** 2.5],
}

/** Costs on several kinds of network. */
const several: Readonly<Record<string, readonly Cost[]>> = {
  n: [({ n }, b) => n + b],
  'n log n': [({ n }, b) => n * log(n) + b * n],
  D: [({ D }) => D, ({ D }) => D + 1],
  m: [({ m }) => 2 * m, ({ n, m }) => 2 * m - n + 1, ({ n, m }) => m + 3 * n],
  'm + n log n': [({ n, m }) => m + n * log(n)],
  'D m': [({ m, D }) => D * m],
  'n m': [({ n, m }) => n * m],
}

/** The truths of each kind of trial, in the order in which tables have them. */
export const truths = {
  class: Object.keys(laws),
  outsider: Object.keys(outsiders),
  several: Object.keys(several),
} as const

/** m and D of some kinds of network. */
const networks: readonly ((n: number) => { readonly m: number; readonly D: number })[] = [
  (n) => ({ m: n, D: Math.floor(n / 2) }),
  (n) => ({ m: 2 * n, D: 2 * Math.floor(Math.sqrt(n) / 2) }),
  (n) => ({ m: 4 * n, D: Math.ceil(log(n) / 2) + 1 }),
  (n) => ({ m: (n * log(n)) / 2, D: log(n) }),
  (n) => ({ m: (n * (n - 1)) / 2, D: 1 }),
]

const noises = [0, 0.02, 0.05, 0.1, 0.2, 0.3]
const ranges = [8, 16, 64, 256, 1024]
const someReplicates = [1, 3, 10, 30]
const coefficients = [0, 0, -0.5, 1, 3, 10]

/** How noise is distributed: by a draw of unit scale, and how far along the sizes it is taken, from 0 to 1. */
const tails: Readonly<Record<string, (random: Random, along: number) => number>> = {
  'log-normal': normal,
  // Student's t with three degrees of freedom, scaled to variance 1.
  'heavy tails': (random) => normal(random) / Math.hypot(normal(random), normal(random), normal(random)),
  'less noise at larger sizes': (random, along) => (normal(random) * 2) / (1 + 3 * along),
}

/** Trial number `index` of a seed. */
export function runTrial(kind: Trial['kind'], seed: number, index: number): Trial {
  const streams = new Streams(seed)
  const random = streams.stream(`trial of ${kind}`, index)
  const pick = <T>(items: readonly T[]): T => items[random.integer(items.length)]!
  const of = { class: laws, outsider: outsiders, several }[kind]
  const truth = pick(Object.keys(of))
  const cost = pick(of[truth]!)
  const b = pick(coefficients)
  const noise = pick(noises)
  const tail = pick(Object.keys(tails))
  const range = pick(ranges)
  const replicates = pick(someReplicates)
  const sizes = 5 + random.integer(7)
  const smallest = pick([8, 16, 32, 64])
  const some = [...random.permutation(networks.length)]
    .slice(0, 2 + random.integer(3))
    .map((i) => networks[i]!)
  const observations = Array.from({ length: sizes }, (_, i) => i / (sizes - 1)).flatMap((along) => {
    const n = Math.round(smallest * range ** along)
    const kinds = kind === 'several' ? some : [() => ({ m: Number.NaN, D: Number.NaN })]
    return kinds.map((measures): Observation => {
      const place = { n, ...measures(n), ecc: Number.NaN }
      const draw = () => cost(place, b) * Math.exp(noise * tails[tail]!(random, along))
      return { ...place, costs: Array.from({ length: replicates }, draw) }
    })
  })
  const varied = kind === 'several'
  const classes = varied ? [...classesInN, ...classesInMAndD] : classesInN
  const verdict = assessGrowth(
    observations,
    { classes, names: [], varied },
    streams.stream('resamples', index),
  )
  const { text, aliases } = verdict.contenders[0]!
  const isRight =
    kind === 'outsider'
      ? verdict.kind === 'none'
      : verdict.kind === 'grows' && [text, ...aliases].includes(truth)
  const score = verdict.kind === 'undecided' ? 'undecided' : isRight ? 'right' : 'wrong'
  return { truth, kind, noise, tails: tail, range, replicates, score }
}

/** A standard normal number (Box & Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(random.uniformPositive())) * Math.cos(2 * Math.PI * random.uniform())
}

function harmonic(n: number): number {
  let sum = 0
  for (let i = 1; i <= n; i++) sum += 1 / i
  return sum
}
