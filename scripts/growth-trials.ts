/** Made-up sweeps whose costs follow a known law, to measure how often the verdict on growth is right. */
import { type Random, Streams } from '../engine/index.ts'
import { assessGrowth } from '../reports/growth/assess-growth.ts'
import { classesInMAndD, classesInN } from '../reports/growth/growth-class.ts'
import type { Observation } from '../reports/growth/observation.ts'
import { type Laws, lawsOf } from './growth-laws.ts'

/** What came of a trial. Of a cost of no class `none` is right; of any other, it is wrong. */
type Score = 'right' | 'undecided' | 'wrong'

export type Kind = keyof typeof lawsOf

export interface Trial {
  readonly law: string
  readonly kind: Kind
  /** The standard deviation of the logarithm of what costs are multiplied by. */
  readonly noise: number
  readonly tails: string
  /** The largest size over the smallest. */
  readonly range: number
  readonly replicates: number
  readonly score: Score
  /** What the verdict named: a class, or `none` or `undecided`. */
  readonly named: string
  /**
   * Whether a class was named to which the costs without noise are proportional within 10% at all sizes of the trial: it
   * is true there, and wrong beyond.
   */
  readonly isTrueHere: boolean
}

/** m and D of some kinds of network. */
const networks: readonly ((n: number) => { readonly m: number; readonly D: number })[] = [
  (n) => ({ m: n, D: Math.floor(n / 2) }),
  (n) => ({ m: 2 * n, D: 2 * Math.floor(Math.sqrt(n) / 2) }),
  (n) => ({ m: 4 * n, D: Math.ceil(Math.log2(n) / 2) + 1 }),
  (n) => ({ m: (n * Math.log2(n)) / 2, D: Math.log2(n) }),
  (n) => ({ m: (n * (n - 1)) / 2, D: 1 }),
]

const noises = [0, 0.02, 0.05, 0.1, 0.2, 0.3]
const ranges = [8, 16, 64, 256, 1024]
const someReplicates = [1, 3, 10, 30]

/** How noise is distributed: by a draw of unit scale, and how far along the sizes it is taken, from 0 to 1. */
const tails: Readonly<Record<string, (random: Random, along: number) => number>> = {
  'log-normal': normal,
  // Student's t with three degrees of freedom, scaled to variance 1.
  'heavy tails': (random) => normal(random) / Math.hypot(normal(random), normal(random), normal(random)),
  'less noise at larger sizes': (random, along) => (normal(random) * 2) / (1 + 3 * along),
  'an outlier in 50 runs': (random) => normal(random) + (random.uniform() < 0.02 ? 10 : 0),
}

/** Trial number `index` of a seed. */
export function runTrial(kind: Kind, seed: number, index: number): Trial {
  const streams = new Streams(seed)
  const random = streams.stream(`trial of ${kind}`, index)
  const pick = <T>(items: readonly T[]): T => items[random.integer(items.length)]!
  const laws: Laws = lawsOf[kind]
  const law = pick(Object.keys(laws))
  const [truth, cost] = laws[law]!
  const noise = pick(noises)
  const tail = pick(Object.keys(tails))
  const range = pick(ranges)
  const replicates = pick(someReplicates)
  const sizes = 5 + random.integer(7)
  const smallest = pick([8, 16, 32, 64])
  const some = [...random.permutation(networks.length)]
    .slice(0, 2 + random.integer(3))
    .map((i) => networks[i]!)
  const varied = kind === 'several' || kind === 'severalHard'
  const kinds = varied ? some : [() => ({ m: Number.NaN, D: Number.NaN })]
  const observations = Array.from({ length: sizes }, (_, i) => i / (sizes - 1)).flatMap((along) => {
    const n = Math.round(smallest * range ** along)
    return kinds.map((measures, network): Observation => {
      const place = { n, ...measures(n), ecc: Number.NaN }
      const draw = () => cost(place) * Math.exp(noise * tails[tail]!(random, along))
      return { ...place, network: String(network), costs: Array.from({ length: replicates }, draw) }
    })
  })
  const classes = varied ? [...classesInN, ...classesInMAndD] : classesInN
  const said = assessGrowth(observations, { classes, names: [], varied }, streams.stream('resamples', index))
  const { text, aliases } = said.contenders[0]!
  const isRight =
    truth === null ? said.kind === 'none' : said.kind === 'grows' && [text, ...aliases].includes(truth)
  const score = said.kind === 'undecided' ? 'undecided' : isRight ? 'right' : 'wrong'
  const named = said.kind === 'grows' ? text : said.kind
  const value = classes.find((one) => one.text === named)?.value
  const ratios = value === undefined ? [] : observations.map((place) => cost(place) / value(place))
  const isTrueHere = value !== undefined && Math.max(...ratios) <= 1.1 * Math.min(...ratios)
  return { law, kind, noise, tails: tail, range, replicates, score, named, isTrueHere }
}

/** A standard normal number (Box & Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(random.uniformPositive())) * Math.cos(2 * Math.PI * random.uniform())
}
