import { textWidth } from '../render/text-width.ts'
import type { Chart } from './chart.ts'
import { gridFor, legendColumns, sheet } from './grid.ts'
import { assignMarks } from './palette.ts'
import { axisOf, costScale } from './scales.ts'
import { ink, sizes } from './theme.ts'

/** How fast something is: a dot in a row. */
export interface Speed {
  readonly row: string
  readonly series: string
  /** Per second. */
  readonly rate: number
}

export interface Throughput {
  readonly title: string
  readonly subtitle: readonly string[]
  /** What the axis is called. */
  readonly axis: string
  readonly speeds: readonly Speed[]
  /** What is written at the right of a row. */
  readonly notes: Readonly<Record<string, string>>
  /** What is written above the notes. */
  readonly noteHeader: string
}

const rowHeight = 30

/** Speeds as dots on a logarithmic axis: a row for each workload, a colour for each contestant. */
export function throughputChart({ title, subtitle, axis, speeds, notes, noteHeader }: Throughput): Chart {
  const rows = [...new Set(speeds.map(({ row }) => row))]
  const series = [...new Set(speeds.map((speed) => speed.series))]
  const grid = { ...gridFor(1), width: 560, height: rows.length * rowHeight }
  const texts = [noteHeader, ...Object.values(notes)]
  const width = grid.width - Math.max(...texts.map((text) => textWidth(text, sizes.label))) - 14
  const centre = (row: string) => (rows.indexOf(row) + 0.5) * rowHeight
  const scale = costScale(speeds.map(({ rate }) => rate))
  const marks = assignMarks(series)
  const legend = { columns: legendColumns(series, grid.width) }
  const nominal = (range: readonly string[]) => ({
    field: 'series',
    type: 'nominal',
    scale: { domain: series, range },
    legend,
  })
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { ...scale.scale, range: [0, width] },
    axis: axisOf(scale, axis),
  })
  const y = {
    field: 'y',
    type: 'quantitative',
    scale: { domain: [0, grid.height], reverse: true, nice: false, zero: false },
    axis: null,
  }
  const text = (field: string, mark: object, place: number) => ({
    data: { name: 'rows' },
    mark: { type: 'text', align: 'right', baseline: 'middle', ...mark },
    encoding: { x: { value: place }, y, text: { field, type: 'nominal' } },
  })
  const description = [title, ...subtitle].join('. ')
  return {
    name: 'throughput',
    title,
    description,
    spec: sheet({
      title,
      subtitle,
      description,
      grid,
      gutter: Math.max(...rows.map((row) => textWidth(row, sizes.axis))),
      datasets: {
        speeds: speeds.map((speed) => ({ ...speed, y: centre(speed.row) })),
        rows: rows.map((row) => {
          const rates = speeds.filter((speed) => speed.row === row).map(({ rate }) => rate)
          const [slowest, fastest] = [Math.min(...rates), Math.max(...rates)]
          return { row, note: notes[row] ?? '', y: centre(row), slowest, fastest }
        }),
      },
      panels: [
        {
          header: '',
          layer: [
            {
              data: { name: 'rows' },
              mark: { type: 'rule', color: ink.axis, strokeWidth: 1.4 },
              encoding: { x: x('slowest'), x2: { field: 'fastest' }, y },
            },
            {
              data: { name: 'speeds' },
              mark: { type: 'point', filled: true, size: 85, opacity: 1 },
              encoding: { x: x('rate'), y, color: nominal(marks.colours), shape: nominal(marks.shapes) },
            },
            text('row', { fontSize: sizes.axis, color: ink.text }, -10),
            text('note', { fontSize: sizes.label, color: ink.text }, grid.width),
            {
              data: { values: [{}] },
              mark: {
                type: 'text',
                align: 'right',
                baseline: 'bottom',
                color: ink.muted,
                fontSize: sizes.label,
              },
              encoding: { x: { value: grid.width }, y: { value: -2 }, text: { value: noteHeader } },
            },
          ],
        },
      ],
    }),
  }
}
