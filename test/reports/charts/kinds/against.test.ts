import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCharts } from '../../../../reports/charts/index.ts'
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

/** Panels, and what the curves in them are, as the specification has them. */
const drawn = (spec: string, rows: ReturnType<typeof makeRow>[]) => {
  const [chart] = makeCharts(
    analyse(rows, makeManifest(rows, [makeAlgorithm('one', 'One', [])])),
    undefined,
    [spec],
  )
  const { datasets } = chart!.spec as unknown as {
    datasets: Record<
      'groups' | 'bounds',
      { panel: string; n: number; median: number; value: number; label: string }[]
    >
  }
  return { chart: chart!, ...datasets }
}

test('two costs beside each other have a panel each, named by what tells them apart, and a curve to compare with in both', () => {
  const rows = [8, 16].map((n) =>
    makeRow({
      algorithm: 'one',
      n,
      extra: { remote_references_cc: 5, remote_references_dsm: 3 * n },
    }),
  )
  const { chart, groups, bounds } = drawn(
    'against:measure=column:remote_references_cc,beside=column:remote_references_dsm,formula=log2(n)',
    rows,
  )
  assert.equal(
    chart.title,
    'One: remote references per passage in CC and DSM against the number of processors',
  )
  assert.deepEqual(
    groups.map(({ panel, n, median }) => [panel, n, median]),
    [
      ['CC', 8, 5],
      ['CC', 16, 5],
      ['DSM', 8, 24],
      ['DSM', 16, 48],
    ],
  )
  // log₂ 8 = 3 and log₂ 16 = 4.
  assert.deepEqual(
    bounds.map(({ panel, n, value }) => [panel, n, value]),
    ['CC', 'DSM'].flatMap((panel) => [
      [panel, 8, 3],
      [panel, 16, 4],
    ]),
  )
})

test('a cost beside itself, a formula of what rows do not have, and no cost are refused', () => {
  const refused = (spec: string) => assert.throws.bind(null, () => checkCharts([`against:${spec}`]))
  refused('measure=time,beside=time')(/beside=time is the measure itself; give another cost/)
  refused('beside=colour')(/measure=colour is no cost/)
  refused('formula=log2(k)')(/chart against: the formula log2\(k\) uses k/)
})
