import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupBy } from '../../../../reports/group-by.ts'
import { analyse, makeCharts } from '../../../../reports/index.ts'
import { makeAlgorithm, makeClaim, makeManifest, makeRow } from '../../../helpers/samples.ts'

test('bounds of two algorithms that read the same and differ in their quantities are two lines', () => {
  // Each algorithm has as many phases as it needs: here two and three.
  const claim = makeClaim({ kind: 'at most', formula: 'n P', where: { P: 'the phases' } })
  const phases = { one: 2, two: 3 }
  const rows = (['one', 'two'] as const).flatMap((algorithm) =>
    [8, 16].map((n) =>
      makeRow({
        algorithm,
        n,
        messages: n,
        messages_claim: n * phases[algorithm],
        messages_verdict: 'held',
        shows: [claim],
      }),
    ),
  )
  const algorithms = ['one', 'two'].map((name) => makeAlgorithm(name, name, [claim]))
  const [chart] = makeCharts(analyse(rows, makeManifest(rows, algorithms)), undefined, ['messages-against-n'])
  const { datasets } = chart!.spec as unknown as {
    datasets: { bounds: { label: string; colour: string; value: number }[] }
  }
  // A line is what has one label and one colour.
  const lines = [...groupBy(datasets.bounds, ({ label, colour }) => `${label} ${colour}`).values()]
  assert.deepEqual(
    lines.map((points) => points.map(({ value }) => value)),
    [
      [16, 32],
      [24, 48],
    ],
  )
})
