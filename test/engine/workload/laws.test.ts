import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ricartAgrawala } from '../../../algorithms/index.ts'
import {
  buildTopology,
  ComputedInstance,
  createWorkload,
  mutualExclusion,
  type Request,
  type Standing,
  Streams,
  standingAfter,
  unasked,
  type WorkloadSpec,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'

const everyWorkload: readonly WorkloadSpec[] = [
  'closed',
  'closed:operations=2,think=uniform,mean=3,hold=0',
  'closed:k=2',
  'saturated',
  'once',
  'open',
  'open:rate=5,gaps=fixed,operations=3',
  'given:0.acquire@0+3.acquire@0.5+0.release@0.25+3.release@0.5',
]

/** What each processor is asked for, if it takes its time for each answer; they are gone through in this order. */
function asked(
  spec: string,
  n: number,
  seed: number,
  order: readonly number[],
  took: (i: number) => number,
): Request[][] {
  const streams = new Streams(seed)
  const graph = buildTopology('complete', { n, stream: streams.stream('topology'), readFile: () => '' })
  const workload = createWorkload(ricartAgrawala, new ComputedInstance(graph), streams, spec)!
  const all: Request[][] = Array.from({ length: n }, () => [])
  for (const p of order)
    for (let time = 0; ; ) {
      const request = workload.next(p, time)
      if (request === null) break
      assert.ok(request.time >= time, 'nobody is asked in the past')
      all[p]!.push(request)
      time = request.time + took(all[p]!.length)
    }
  return all
}

for (const spec of everyWorkload)
  test(`${spec}: each processor is asked in a legal order, at times that depend on the seed and its answers alone`, () => {
    const seconds = fc.array(fc.double({ min: 0, max: 4, noNaN: true }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 12 }), fc.nat(), seconds, (n, seed, times) => {
        const took = (i: number) => times[i % times.length]!
        const upwards = Array.from({ length: n }, (_, p) => p)
        const all = asked(spec, n, seed, upwards, took)
        for (const requests of all) {
          let standing: Standing = unasked
          for (const { operation } of requests) {
            const invoked = standingAfter(mutualExclusion, standing, { kind: 'invocation', operation })
            if (typeof invoked === 'string') assert.fail(invoked)
            standing = { ...invoked, pending: null }
          }
          assert.equal(standing.next, null, 'what was entered is left')
        }
        assert.deepEqual(asked(spec, n, seed, upwards.toReversed(), took), all)
      }),
      { numRuns: 30 },
    )
  })
