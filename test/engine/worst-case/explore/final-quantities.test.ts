import assert from 'node:assert/strict'
import { test } from 'node:test'
import { echo, franklin } from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  atMost,
  buildTopology,
  type Claim,
  ComputedInstance,
  exactly,
  exploreOne,
  finalQuantity,
  Random,
} from '../../../../engine/index.ts'
import { ring } from '../../../helpers/rings.ts'

/** The verdicts on claims about messages, over all schedules of an instance. */
function verdicts(algorithm: AnyAlgorithm, instance: ComputedInstance, ...claims: Claim[]): string[] {
  const claimed = { ...algorithm, claims: { messages: claims } } as AnyAlgorithm
  return exploreOne(claimed, instance, 0, {}).claims.map(({ verdict }) => verdict)
}

test('a claim about the phases of an election is held to all schedules, since all lead to the same phases', () => {
  const P = finalQuantity<{ phase: number }>('the phases', ({ states }) =>
    Math.max(...states.map(({ phase }) => phase)),
  )
  // 3 and 2 are larger than their neighbours, then 3 is, then it is alone: 3 phases of 8 messages, and 4.
  const instance = new ComputedInstance(ring(4), { ids: [3, 0, 2, 1] })
  const where = { P }
  assert.deepEqual(verdicts(franklin, instance, exactly('2n P + n', { where }), atMost('2n P', { where })), [
    'held',
    'violated',
  ])
})

test('where schedules lead to several final configurations, a claim about them is not checked', () => {
  const T = finalQuantity<{ parent: number | null }>(
    'the processors whose parent is on channel 0',
    ({ states }) => states.filter(({ parent }) => parent === 0).length,
  )
  const graph = buildTopology('complete', { n: 4, stream: new Random(1, 2, 3, 4), readFile: () => '' })
  const instance = new ComputedInstance(graph, { wakeTimes: [0, ...Array(3).fill(Number.POSITIVE_INFINITY)] })
  assert.deepEqual(verdicts(echo, instance, atMost('12 + T', { where: { T } })), ['not checked'])
})
