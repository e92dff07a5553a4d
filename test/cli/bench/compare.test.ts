import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare } from '../../../cli/bench/compare.ts'
import type { Measurement } from '../../../cli/bench/measurement.ts'
import { describeChanges } from '../../../cli/output/describe-bench.ts'
import fc from '../../helpers/property.ts'

const measured = (workload: string, queue: string | null, ratio: number | null): Measurement => ({
  workload,
  title: workload,
  queue,
  messages: 100,
  milliseconds: 1,
  messages_per_second: 1e5,
  ratio,
})

const verdicts = (before: readonly Measurement[], now: readonly Measurement[], percent = 25) =>
  compare(before, now, percent).map(({ workload, queue, verdict }) => [workload, queue, verdict])

test('slower is what was more than the threshold faster before, faster what is so now', () => {
  const before = [
    measured('a', 'heap-js', 1),
    measured('a', '4-ary heap', 2),
    measured('a', 'buckets', 10),
    measured('b', null, 4),
  ]
  // 10 / 7.9 > 1.25, 10 / 8.1 < 1.25, and 5.1 / 4 > 1.25.
  const now = (buckets: number) => [
    measured('a', 'heap-js', 1),
    measured('a', '4-ary heap', 2.4),
    measured('a', 'buckets', buckets),
    measured('b', null, 5.1),
  ]
  const others = [
    ['a', '4-ary heap', 'same'],
    ['b', null, 'faster'],
  ]
  assert.deepEqual(verdicts(before, now(7.9)), [others[0], ['a', 'buckets', 'slower'], others[1]])
  assert.deepEqual(verdicts(before, now(8.1)), [others[0], ['a', 'buckets', 'same'], others[1]])
  assert.deepEqual(verdicts(before, now(8.1), 10)[1], ['a', 'buckets', 'slower'])
})

test('speed itself is not compared: a machine ten times faster changes nothing', () => {
  const before = measured('a', 'buckets', 10)
  const now = { ...before, milliseconds: 0.1, messages_per_second: 1e6 }
  assert.deepEqual(verdicts([before], [now]), [['a', 'buckets', 'same']])
})

test('only what was measured both times, with a ratio, is compared', () => {
  const before = [measured('a', 'buckets', 10), measured('b', null, null), measured('c', 'buckets', 3)]
  const now = [measured('a', '4-ary heap', 1), measured('b', null, 2), measured('c', 'buckets', 3)]
  assert.deepEqual(verdicts(before, now), [['c', 'buckets', 'same']])
})

test('what is slower one way round is faster the other way round', () => {
  const ratio = fc.double({ min: 0.01, max: 100, noNaN: true })
  const turned = { slower: 'faster', faster: 'slower', same: 'same' } as const
  fc.assert(
    fc.property(ratio, ratio, fc.integer({ min: 1, max: 300 }), (a, b, percent) => {
      const [before, now] = [[measured('a', 'buckets', a)], [measured('a', 'buckets', b)]]
      const [there] = compare(before, now, percent)
      const [back] = compare(now, before, percent)
      assert.equal(back!.verdict, turned[there!.verdict])
    }),
  )
})

test('a comparison names what changed and counts the rest', () => {
  const before = [measured('a', 'buckets', 10), measured('b', null, 4), measured('c', 'buckets', 1)]
  const now = [measured('a', 'buckets', 5), measured('b', null, 12), measured('c', 'buckets', 1)]
  assert.equal(
    describeChanges(compare(before, now, 25), 'old.json', 25),
    'slower: a, buckets: 10.0 × heap-js → 5.00 ×\n' +
      'faster: b, no queue: 4.00 × heap-js → 12.0 ×\n' +
      'against old.json: 1 slower, 1 faster by more than 25%, of 3 compared',
  )
})
