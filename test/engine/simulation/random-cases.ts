import {
  ComputedInstance,
  type DelayModel,
  type Graph,
  graphFromChannels,
  Random,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'

/** A random connected graph: each processor after the first is joined to an earlier one, then some more channels. */
export function randomGraph(n: number, extra: number, random: Random): Graph {
  const channels = new Set<string>()
  for (let p = 1; p < n; p++) channels.add(`${random.integer(p)},${p}`)
  for (let i = 0; i < extra; i++) {
    const [u, v] = [random.integer(n), random.integer(n)]
    if (u !== v) channels.add(`${Math.min(u, v)},${Math.max(u, v)}`)
  }
  const pairs = [...channels].map((pair) => pair.split(',').map(Number))
  return graphFromChannels(
    n,
    pairs.map(([u]) => u!),
    pairs.map(([, v]) => v!),
  )
}

/** Delays of few distinct values make many arrivals simultaneous, fine ones none; seconds make them unbounded. */
const grains = [1, 2, 4, 1000] as const

/** A random network, inputs, wake-up, delays, and the program of a random algorithm. */
export const cases = fc.record({
  program: fc.nat(1000),
  n: fc.integer({ min: 2, max: 12 }),
  extra: fc.nat(15),
  seed: fc.nat(1_000_000),
  grain: fc.constantFrom(...grains),
  wake: fc.constantFrom('all', 'some', 'staggered' as const),
})

export type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never

function wakeTimes(n: number, wake: 'all' | 'some' | 'staggered', random: Random): number[] {
  const times = Array.from({ length: n }, () => {
    if (wake === 'all') return 0
    return wake === 'some' ? (random.integer(2) === 0 ? 0 : Number.POSITIVE_INFINITY) : random.integer(5) / 2
  })
  times[0] = 0
  return times
}

/** A case made concrete. */
export function problemOf({ n, extra, seed, wake }: Case): { instance: ComputedInstance; random: Random } {
  const random = new Random(seed, 1, 2, 3)
  const graph = randomGraph(n, extra, random)
  const times = wakeTimes(n, wake, random)
  return {
    instance: new ComputedInstance(graph, {
      wakeTimes: times,
      values: random.permutation(n),
      weights: new Random(seed, 7, 8, 9).permutation(graph.m),
    }),
    random,
  }
}

/** The delays of a case, as the fast engine and as the literal one asks for them. */
export function delaysOf({ seed, grain }: Case): {
  readonly model: Extract<DelayModel, { readonly kind: 'independent' }>
  readonly next: () => number
} {
  const draws = () => {
    const stream = new Random(seed, 4, 5, 6)
    return () => (1 + stream.integer(grain)) / grain
  }
  const next = draws()
  const fill = (block: Float64Array) => {
    for (let i = 0; i < block.length; i++) block[i] = next()
  }
  return { model: { kind: 'independent', bounded: true, fill }, next: draws() }
}
