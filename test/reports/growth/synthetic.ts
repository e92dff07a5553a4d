import { type Random, Streams } from '../../../engine/index.ts'
import { analyse, type Results } from '../../../reports/index.ts'
import { makeAlgorithm, makeManifest, makeRow } from '../../helpers/samples.ts'

/** A standard normal number (Box & Muller). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(random.uniformPositive())) * Math.cos(2 * Math.PI * random.uniform())

export interface Made {
  /** Messages without noise. */
  readonly cost: (place: { readonly n: number; readonly m: number; readonly D: number }) => number
  readonly sizes: readonly number[]
  readonly replicates?: number
  /** The standard deviation of the logarithm of what the cost is multiplied by. */
  readonly noise?: number
  /** Kinds of network, each with its m and D. */
  readonly networks?: Readonly<Record<string, (n: number) => { readonly m: number; readonly D: number }>>
  readonly seed: number
}

/** Results of one algorithm whose messages follow a known law, with multiplicative log-normal noise. */
export function made({ cost, sizes, replicates = 1, noise = 0, networks, seed }: Made): Results {
  const random = new Streams(seed).stream('noise')
  const kinds = Object.entries(networks ?? { ring: (n: number) => ({ m: n, D: Math.floor(n / 2) }) })
  const rows = kinds.flatMap(([topology, measures]) =>
    sizes.flatMap((n) =>
      Array.from({ length: replicates }, (_, replicate) => {
        const { m, D } = measures(n)
        const messages = cost({ n, m, D }) * Math.exp(noise * normal(random))
        return makeRow({ topology, n, m, diameter: D, root_eccentricity: D, replicate, messages, time: null })
      }),
    ),
  )
  return analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding')]))
}

/** 16, 32, 64 … `to`. */
export function doubling(to: number, from = 16): number[] {
  const sizes: number[] = []
  for (let n = from; n <= to; n *= 2) sizes.push(n)
  return sizes
}
