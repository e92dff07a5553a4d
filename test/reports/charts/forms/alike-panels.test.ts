import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutRepetition } from '../../../../reports/charts/forms/alike-panels.ts'
import type { Curves } from '../../../../reports/charts/forms/curves.ts'

/** A figure whose panels have one curve each, through these medians at n = 16 and 32, and perhaps a bound. */
function figure(
  panels: Readonly<Record<string, readonly number[]>>,
  bounds: Readonly<Record<string, number>> = {},
) {
  const sizes = [16, 32]
  const spots = Object.entries(panels).flatMap(([panel, medians]) =>
    medians.map((median, i) => ({
      panel,
      series: 'A',
      n: sizes[i]!,
      median,
      low: median,
      high: median,
      row: 1,
    })),
  )
  return {
    ...{ name: 'figure', title: 'A figure', subtitle: ['Ring'], caption: 'Lines are medians.', data: spots },
    ...{ axis: 'messages', panels: Object.keys(panels), series: ['A'], spots },
    runs: spots.map(({ panel, n, median }) => ({ panel, series: 'A', n, value: median, row: 1 })),
    bounds: Object.entries(bounds).map(([panel, value]) => ({
      ...{ panel, label: '≤ n', series: 'A' },
      points: [{ n: 16, value }],
    })),
  } satisfies Curves
}

test('panels that differ by at most 1% are one, which the subtitle and the caption say', () => {
  const { panels, subtitle, caption, spots, runs, data } = withoutRepetition(
    figure({ constant: [100, 200], uniform: [101, 199], pareto: [100, 300] }),
  )
  assert.deepEqual(panels, ['constant and uniform', 'pareto'])
  const words = 'One panel for constant and uniform (within 1% of the first)'
  assert.deepEqual(subtitle, ['Ring', words])
  assert.equal(caption, `Lines are medians. ${words}.`)
  assert.deepEqual(
    spots.map(({ panel, median }) => [panel, median]),
    [
      ['constant and uniform', 100],
      ['constant and uniform', 200],
      ['pareto', 100],
      ['pareto', 300],
    ],
  )
  assert.equal(runs.length, 4)
  // The table of the figure has all.
  assert.equal(data.length, 6)
})

test('a difference of 2% at one size, other sizes, or another bound keep panels apart', () => {
  const apart = (curves: Curves) => assert.equal(withoutRepetition(curves), curves)
  apart(figure({ one: [100, 200], two: [102, 200] }))
  apart(figure({ one: [100, 200], two: [100] }))
  apart(figure({ one: [0, 200], two: [1, 200] }))
  apart(figure({ one: [100, 200], two: [100, 200] }, { one: 110, two: 120 }))
  apart(figure({ one: [100, 200], two: [100, 200] }, { one: 110 }))
})

test('costs of 0 are alike, and what is within 1% of the second only is not drawn as the first', () => {
  const { panels } = withoutRepetition(figure({ one: [0, 100], two: [0, 100.9], three: [0, 101.8] }))
  assert.deepEqual(panels, ['one and two', 'three'])
})

test('many panels are counted in the heading and the subtitle, and named in the caption', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const { panels, subtitle, caption } = withoutRepetition(
    figure(Object.fromEntries(names.map((name) => [name, [1, 2]]))),
  )
  assert.deepEqual(panels, ['a and 5 more'])
  assert.equal(subtitle.at(-1), 'One panel for a, b, c, d and 2 more (within 1% of the first)')
  assert.match(caption, /One panel for a, b, c, d, e and f \(within 1% of the first\)\.$/)
})
