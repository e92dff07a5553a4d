import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Row } from '../../../../experiments/cell/row.ts'
import { ratioText } from '../../../../reports/charts/kinds/tightness.ts'
import { analyse, makeCharts } from '../../../../reports/index.ts'
import { makeAlgorithm, makeClaim, makeManifest, makeRow } from '../../../helpers/samples.ts'

const bound = makeClaim({ kind: 'at most', formula: '2n' })

const row = (given: Partial<Row>): Row =>
  makeRow({ messages_claim: 32, messages_verdict: 'held', time: null, shows: [bound], ...given })

function draw(...rows: Row[]) {
  const results = analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding', [bound])]))
  const [chart] = makeCharts(results, undefined, ['tightness'])
  const { datasets } = chart!.spec as unknown as {
    datasets: {
      bars: { from: number; to: number; kind: string; violated: boolean }[]
      marks: { kind: string; value: number; row: number }[]
      labels: { claim: string; note: string; violated: boolean }[]
    }
  }
  return { ...datasets, data: chart!.data }
}

const sampled = [8, 16, 12].map((messages, replicate) => row({ messages, replicate }))
const searched = row({ evidence: 'searched', messages: 24 })
const exact = row({ evidence: 'exact', messages: 28 })

test('a claim’s bar reaches from one kind of evidence to the next, to the largest ratio', () => {
  const { bars, marks, labels } = draw(...sampled, searched, exact)
  assert.deepEqual(
    bars.map(({ from, to, kind, violated }) => [from, to, kind, violated]),
    [
      [0, 0.5, 'sampled', false],
      [0.5, 0.75, 'searched', false],
      [0.75, 0.875, 'exact', false],
    ],
  )
  // Rows 2, 4 and 5 of runs.csv have the largest costs of their kinds.
  assert.deepEqual(
    marks.map((mark) => mark.row),
    [2, 4, 5],
  )
  assert.equal(labels[0]!.claim, 'messages ≤ 2n')
  assert.equal(labels[0]!.note, '0.875 (exact, n = 16)')
})

test('what is beyond the bound is set apart and called a violation', () => {
  const broken = row({ evidence: 'searched', messages: 40, messages_verdict: 'violated' })
  const { bars, labels } = draw(...sampled, broken)
  assert.deepEqual(
    bars.map(({ from, to, violated }) => [from, to, violated]),
    [
      [0, 0.5, false],
      [0.5, 1, false],
      [1, 1.25, true],
    ],
  )
  assert.equal(labels[0]!.note, 'violated: 1.25 (searched, n = 16)')
  assert.ok(labels[0]!.violated)
})

test('where two kinds of evidence agree the stronger is marked; the table has both', () => {
  const { marks, data } = draw(row({ messages: 28 }), exact)
  assert.deepEqual(
    marks.map(({ kind }) => kind),
    ['exact'],
  )
  assert.deepEqual(
    data.map(({ evidence }) => evidence),
    ['sampled', 'exact'],
  )
})

test('an exploration that was cut short is not called exact', () => {
  const { marks } = draw(row({ evidence: 'exact', outcome: 'budget', messages: 20 }))
  assert.deepEqual(
    marks.map(({ kind }) => kind),
    ['explored in part'],
  )
})

test('only a ratio of 1 is written as 1', () => {
  assert.deepEqual([0.5, 0.99961, 1, 1.0004, 1.25].map(ratioText), [
    '0.5',
    'just under 1',
    '1',
    'just over 1',
    '1.25',
  ])
})
