import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse, makeCharts } from '../../../../reports/index.ts'
import { makeAlgorithm, makeManifest, makeRow, typedSweep } from '../../../helpers/samples.ts'

test('the shares of a bar are those of all messages, at the largest size unless one is given', () => {
  const shares = (spec: string) =>
    makeCharts(typedSweep(), undefined, [spec])[0]!.data.map(({ algorithm, n, type, share }) => [
      algorithm,
      n,
      type,
      share,
    ])
  // n probes and n/2 replies: two thirds and one third. What is claimed of a type is no type.
  assert.deepEqual(shares('by-type'), [
    ['asking', 64, 'probe', 2 / 3],
    ['asking', 64, 'reply', 1 / 3],
    ['telling', 64, 'probe', 1],
  ])
  assert.deepEqual(
    shares('by-type:n=16').map(([, n]) => n),
    [16, 16, 16],
  )
})

test('types that do not add up to all messages are not drawn as if they did', () => {
  const rows = [makeRow({ messages: 10, extra: { messages_probe: 4, messages_reply: 5 } })]
  const results = analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding')]))
  assert.deepEqual(makeCharts(results, undefined, ['by-type']), [])
})
