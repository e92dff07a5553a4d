import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Streams } from '../../../engine/random.ts'
import { createDelays, type DelaySpec, delays } from '../../../engine/timing/index.ts'
import { graphFromChannels } from '../../../engine/topology/stored-graph.ts'
import { checkDelayLaws } from '../../laws/delays.ts'

/** The distribution function of the uniform distribution on (min, max]. */
const uniformCdf = (min: number, max: number) => (x: number) =>
  Math.min(1, Math.max(0, (x - min) / (max - min)))

/** Delay 1 with probability p, otherwise `fast`. */
const twoValuesCdf = (p: number, fast: number) => (x: number) => (x < fast ? 0 : x < 1 ? 1 - p : 1)

/** Φ, by the Taylor series of the error function about 0; exact to 1e-12 for |z| < 5. */
function normalCdf(z: number): number {
  let term = z
  let sum = z
  for (let k = 1; k < 120; k++) {
    term *= -(z * z) / (2 * k)
    sum += term / (2 * k + 1)
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI)
}

checkDelayLaws('constant', { bounded: true, cdf: (x) => (x < 1 ? 0 : 1) })
checkDelayLaws('uniform', { bounded: true, cdf: uniformCdf(0, 1) })
checkDelayLaws('uniform:min=0.3,max=0.7', { bounded: true, cdf: uniformCdf(0.3, 0.7) })
checkDelayLaws('uniform:max=1e-9', { bounded: true, cdf: uniformCdf(0, 1e-9) })
checkDelayLaws('exponential', { bounded: false, cdf: (x) => -Math.expm1(-x) })
checkDelayLaws('pareto', { bounded: false, cdf: (x) => (x < 1 ? 0 : 1 - x ** -1.5) })
checkDelayLaws('pareto:shape=3', { bounded: false, cdf: (x) => (x < 1 ? 0 : 1 - x ** -3) })
checkDelayLaws('pareto:shape=0.1', { bounded: false })
checkDelayLaws('log-normal', { bounded: false, cdf: (x) => normalCdf(Math.log(x)) })
checkDelayLaws('log-normal:sigma=0.5', { bounded: false, cdf: (x) => normalCdf(Math.log(x) / 0.5) })
checkDelayLaws('log-normal:sigma=10', { bounded: false })
checkDelayLaws('bimodal', { bounded: true, cdf: twoValuesCdf(0.1, 0.1) })
checkDelayLaws('bimodal:p=0.75,fast=0.5', { bounded: true, cdf: twoValuesCdf(0.75, 0.5) })
checkDelayLaws('slow-links', { bounded: true, symmetric: true })
checkDelayLaws('slow-links:p=0.3,fast=0.01,by=direction', { bounded: true, cdf: twoValuesCdf(0.3, 0.01) })
checkDelayLaws('per-link', { bounded: true, symmetric: true })
checkDelayLaws('per-link:by=direction', { bounded: true, cdf: uniformCdf(0, 1) })
checkDelayLaws('per-link:min=0.5,by=direction', { bounded: true, cdf: uniformCdf(0.5, 1) })
checkDelayLaws('stepped', { bounded: true, cdf: uniformCdf(0, 0.6) })
checkDelayLaws('stepped:period=0.01', { bounded: true, cdf: uniformCdf(0, 0.98) })
checkDelayLaws('slow-processors', { bounded: true })
checkDelayLaws('distance', { bounded: true, symmetric: true })

const path = (n: number, coordinates?: readonly number[]) =>
  graphFromChannels(
    n,
    Array.from({ length: n - 1 }, (_, i) => i),
    Array.from({ length: n - 1 }, (_, i) => i + 1),
    coordinates === undefined ? {} : { coordinates: Float64Array.from(coordinates) },
  )

/** The delays of all directed channels of a path of n processors. */
function onPath(spec: DelaySpec, n: number, coordinates?: readonly number[]): number[] {
  const stream = new Streams(5).stream('delays')
  const model = createDelays(spec, { graph: path(n, coordinates), stream, readFile: () => '' })
  assert.ok(model.kind === 'per channel')
  return [...model.delays]
}

test('with by=direction the two directions of a channel differ, with by=channel they agree', () => {
  // A path of two: processor 0 owns slot 0, processor 1 owns slot 1.
  const [there, back] = onPath('per-link:by=direction', 2)
  assert.notEqual(there, back)
  const [alikeThere, alikeBack] = onPath('per-link', 2)
  assert.equal(alikeThere, alikeBack)
})

test('per channel, the delay of a channel is drawn as that of one message is', () => {
  // Slots 0 | 1 2 | 3 4 | … of a path: the even ones are the first ends of the channels.
  const perChannel = onPath('per-link', 20_001).filter((_, slot) => slot % 2 === 0)
  const mean = perChannel.reduce((sum, delay) => sum + delay, 0) / perChannel.length
  // Twenty thousand draws of standard deviation 1/√12: four standard errors of the mean are 0.0082.
  assert.ok(Math.abs(mean - 0.5) < 0.0082, `${mean}`)
})

test('exactly the messages to slow processors are slow', () => {
  const graph = path(40)
  const slots = onPath('slow-processors:share=0.25,fast=0.2', 40)
  const incoming = new Map<number, Set<number>>()
  slots.forEach((delay, slot) => {
    const receiver = graph.neighbors[slot]!
    incoming.set(receiver, (incoming.get(receiver) ?? new Set()).add(delay))
  })
  const slow = [...incoming.values()].filter((delays) => delays.has(1))
  assert.equal(slow.length, 10)
  for (const delays of incoming.values()) assert.equal(delays.size, 1)
})

test('at least one processor is slow, however small the share', () => {
  assert.ok(onPath('slow-processors:share=0', 6).includes(1))
})

test('distance is proportional to length and 1 on the longest channel', () => {
  // Lengths 3, 5 (the triangle 3–4–5) and 0, in both directions; 0 becomes the least delay.
  assert.deepEqual(onPath('distance:min=0.25', 4, [0, 0, 3, 0, 6, 4, 6, 4]), [0.6, 0.6, 1, 1, 0.25, 0.25])
})

const failures: readonly (readonly [DelaySpec, string])[] = [
  [
    'distance',
    'delay distance needs coordinates, which this topology has not; random-geometric has them, and files that place all their nodes',
  ],
  ['uniform:min=0.5,max=0.5', 'delay uniform: min=0.5 must be below max=0.5'],
  ['per-link:min=0.5,max=0.2', 'delay per-link: min=0.5 must be below max=0.2'],
  ['pareto:shape=0', 'delay pareto: shape=0 is too small; it must be at least 0.1'],
  ['log-normal:sigma=0', 'delay log-normal: sigma=0 is too small; it must be above 0'],
]

for (const [spec, message] of failures)
  test(`${spec} is refused`, () => {
    assert.throws(() => onPath(spec, 3), { name: 'InputError', message })
  })

test('distance needs two neighbours at different places', () => {
  assert.throws(() => onPath('distance', 2, [1, 1, 1, 1]), {
    name: 'InputError',
    message: 'delay distance: all processors that share a channel are at the same place',
  })
})

test('every family explains itself and its parameters', () => {
  for (const { name, summary, parameters } of delays.entries) {
    assert.match(summary, /\S/, name)
    for (const [key, { description }] of Object.entries(parameters)) assert.match(description, /\S/, key)
  }
})
