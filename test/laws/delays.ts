import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Random, Streams } from '../../engine/random.ts'
import { boundsOf, type DelayModel, DelaySource } from '../../engine/timing/delay-model.ts'
import { createDelays, delays } from '../../engine/timing/index.ts'
import { graphFromChannels, type StoredGraph } from '../../engine/topology/stored-graph.ts'
import { assertDistribution } from '../helpers/kolmogorov-smirnov.ts'
import fc from '../helpers/property.ts'

interface DelayExpectation {
  readonly bounded: boolean
  /** P(delay ≤ x) of one message; absent where it is not known in advance. */
  readonly cdf?: (x: number) => number
  /** Both directions of a channel have the same delay. */
  readonly symmetric?: true
  /** The text of the file that the spec names. */
  readonly file?: string
  /** What to build the delays on. Default: a ring of 5,000 processors with coordinates. */
  readonly graph?: StoredGraph
}

/** What every family of delays must satisfy. */
export function checkDelayLaws(spec: string, expected: DelayExpectation): void {
  const graph = expected.graph ?? placedRing(5000)
  const create = (stream: Random): DelayModel =>
    createDelays(spec, { graph, stream, readFile: () => expected.file ?? '' })
  const draws = (seed: number, blocks: readonly number[]): number[] =>
    delaysOf(create(new Streams(seed).stream('delays')), blocks)

  test(`${spec}: delays are positive, within the bounds that the model states, and at most 1 if bounded`, () => {
    for (const stream of [new Streams(1).stream('delays'), leastDraws(), greatestDraws()]) {
      const model = create(stream)
      const { min, max } = boundsOf(model) ?? { min: 0, max: Number.POSITIVE_INFINITY }
      assert.equal(max <= 1, expected.bounded)
      if (model.kind !== 'constant') assert.equal(model.bounded, expected.bounded)
      for (const delay of delaysOf(model, [1000]))
        assert.ok(delay > 0 && delay < Number.POSITIVE_INFINITY && min <= delay && delay <= max, `${delay}`)
    }
  })

  test(`${spec}: every delay is exactly 1 if the family says so, and only then`, () => {
    const { unit = false } = delays.parse(spec).entry
    assert.equal(
      draws(5, [1000]).every((delay) => delay === 1),
      unit,
    )
  })

  test(`${spec}: no delay that is foreseen is below the least, and to foresee changes none`, () => {
    for (const streamOf of [() => new Streams(2).stream('delays'), leastDraws, greatestDraws]) {
      const source = sourceOf(create(streamOf()))
      const unseen = sourceOf(create(streamOf()))
      for (const count of [1, 2, 700, 3, 900]) {
        const foreseen = source.foresee()
        const { least } = source
        assert.ok(foreseen > 0 && least > 0)
        const drawn = drawnFrom(source, count, graph)
        assert.ok(drawn.subarray(0, foreseen).every((delay) => delay >= least))
        assert.deepEqual(drawn, drawnFrom(unseen, count, graph))
      }
    }
  })

  test(`${spec}: the same stream gives the same delays, in blocks of any size`, () => {
    const once = draws(7, [512, 512]).slice(0, 1024)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 8 }), (blocks) => {
        const again = draws(7, [...blocks, 1024]).slice(0, 1024)
        assert.deepEqual(again, once)
      }),
      { numRuns: 10 },
    )
  })

  const { cdf } = expected
  if (cdf !== undefined)
    test(`${spec}: delays are distributed as documented`, () => {
      assertDistribution(draws(2004, [20_000]), cdf)
    })

  if (expected.symmetric)
    test(`${spec}: both directions of a channel have the same delay`, () => {
      const model = create(new Streams(3).stream('delays'))
      assert.ok(model.kind === 'per channel')
      graph.neighbors.forEach((neighbor, slot) => {
        assert.equal(model.delays[slot], model.delays[graph.offsets[neighbor]! + graph.mirrors[slot]!])
      })
    })
}

/** The delays of independent messages, drawn in blocks of these lengths, or those of all directed channels. */
export function delaysOf(model: DelayModel, blocks: readonly number[]): number[] {
  if (model.kind === 'constant') return blocks.flatMap((length) => new Array<number>(length).fill(1))
  if (model.kind === 'per channel') return [...model.delays]
  assert.ok(model.kind === 'independent')
  return blocks.flatMap((length) => {
    const block = new Float64Array(length)
    model.fill(block)
    return [...block]
  })
}

/** A source of these delays, and the next that it draws. */
function sourceOf(model: DelayModel): DelaySource {
  assert.ok(model.kind !== 'adversary' && model.kind !== 'partially synchronous')
  return new DelaySource(model)
}

function drawnFrom(source: DelaySource, count: number, { m }: StoredGraph): Float64Array {
  const slots = Uint32Array.from({ length: count }, (_, i) => i % (2 * m))
  const delays = new Float64Array(count)
  source.draw(slots, 0, count, delays)
  return delays
}

/** A ring whose processors stand at random points of the unit square. */
function placedRing(n: number): StoredGraph {
  const stream = new Streams(n).stream('topology')
  const coordinates = Float64Array.from({ length: 2 * n }, () => stream.uniform())
  const p = Array.from({ length: n }, (_, i) => i)
  return graphFromChannels(
    n,
    p,
    p.map((i) => (i + 1) % n),
    { coordinates },
  )
}

/** Streams whose uniform numbers are at first as small, or as large, as can be: words of zeros, or of ones. */
const leastDraws = (): Random => extremeDraws(0)
const greatestDraws = (): Random => extremeDraws(0xffffffff)

function extremeDraws(word: number): Random {
  const real = new Streams(11).stream('delays')
  let left = 2
  return new (class extends Random {
    override bits(): number {
      return left-- > 0 ? word : real.bits()
    }
  })(1, 2, 3, 4)
}
