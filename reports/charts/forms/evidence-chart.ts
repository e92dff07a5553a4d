import type { Look } from '../../themes/look.ts'
import type { ShownBound } from '../data/shown-bounds.ts'
import { axisOf, axisRoom, axisTitle, overhang } from '../sheet/axis.ts'
import { boundLines, lineSpots } from '../sheet/bound-lines.ts'
import type { Chart } from '../sheet/chart.ts'
import { onPages } from '../sheet/pages.ts'
import { chartOn, type Draft, type Heading } from '../sheet/panels.ts'
import type { Scale } from '../sheet/scale.ts'
import { costScale } from '../sheet/scales.ts'
import { edges, sheetFor } from '../sheet/sheet.ts'
import { sizeScale } from '../sheet/size-scale.ts'
import { evidenceLayers } from './evidence-layers.ts'
import { type EvidenceKind, evidenceKey, legendOrder, sizeOf } from './evidence-looks.ts'

/** A cost that was searched for, forced by a proof or found by exploring all schedules. */
export interface Mark {
  readonly n: number
  readonly value: number
  readonly kind: EvidenceKind
  /** The number of its row. */
  readonly row: number | null
}

export interface EvidencePanel {
  readonly header: string
  /** The sampled runs at each n, in ascending order. */
  readonly sampled: readonly {
    readonly n: number
    readonly count: number
    readonly median: number
    readonly min: number
    readonly max: number
    /** The number of the costliest run's row. */
    readonly row: number | null
  }[]
  readonly found: readonly Mark[]
  readonly bounds: readonly ShownBound[]
}

export interface EvidenceCurves extends Heading {
  readonly axis: string
  readonly panels: readonly EvidencePanel[]
}

/**
 * What was sampled as a line with a band, what was searched for and what is exact as marks, bounds dashed. Each panel
 * has an axis of costs of its own, since what counts is how far a mark is from its bound.
 */
export function evidenceChart(curves: EvidenceCurves, look: Look): Chart[] {
  return onPages(curves.panels, look, (panels, fitting, page) => draft({ ...curves, page, panels }, fitting))
}

function draft(curves: EvidenceCurves, look: Look): Draft {
  const { panels } = curves
  const axis = axisTitle(curves.axis, look.panels(panels.length).height, look)
  const sizes = panels.flatMap(({ sampled, found }) => [...sampled, ...found].map(({ n }) => n))
  const scales = panels.map(costScaleOf)
  const sheet = sheetFor(panels.length, look, {
    left: Math.max(...scales.map((y) => axisRoom(y, look, axis.length))),
    right: overhang(sizeScale(sizes, look.page.width, look), look),
    between: Math.max(...scales.map((y) => axisRoom(y, look, 0))) - 8 * look.scale,
  })
  const x = sizeScale(sizes, sheet.width, look)
  const kinds = legendOrder.filter((kind) =>
    panels.some(({ sampled, found }) =>
      kind === 'sampled' ? sampled.length > 0 : found.some((mark) => mark.kind === kind),
    ),
  )
  const drawn = panels.map((panel, index) => {
    const id = String(index)
    const y = scales[index]!
    const { left, bottom } = edges(sheet, index)
    const axes = {
      x: { type: 'quantitative', scale: x.scale, axis: axisOf(x, bottom ? 'n (processors)' : null, look) },
      y: { type: 'quantitative', scale: y.scale, axis: axisOf(y, left ? axis : null, look) },
    }
    const bounds = panel.bounds.map((bound) => ({ panel: id, series: null, ...bound }))
    return {
      panel,
      id,
      ...boundLines(bounds, () => look.ink.bound, look),
      layer: evidenceLayers(id, axes, kinds, look),
    }
  })
  const marks = drawn.flatMap(({ panel: { sampled, found }, id }) => [
    ...sampled.map(({ n, median, row }) => ({ panel: id, n, value: median, kind: 'sampled' as const, row })),
    ...found.map((mark) => ({ panel: id, ...mark })),
  ])
  const only = panels.length === 1 && curves.page === undefined
  const claimed = drawn.map(({ entries }) => entries.map((entry) => [entry]))
  return chartOn(curves, {
    sheet,
    datasets: {
      sampled: drawn.flatMap(({ panel: { sampled }, id }) =>
        sampled.map(({ n, median, min, max, row }) => ({ panel: id, n, median, min, max, row })),
      ),
      marks: marks.map((mark) => ({ ...mark, size: sizeOf(mark.kind, look) })),
      bounds: drawn.flatMap(({ lines }) => lineSpots(lines)),
    },
    key: [...evidenceKey(kinds, look, { line: true }), ...(only ? claimed[0]! : [])],
    panels: drawn.map(({ panel: { header }, layer }, i) => ({ header, key: only ? [] : claimed[i]!, layer })),
  })
}

function costScaleOf({ sampled, found, bounds }: EvidencePanel): Scale {
  return costScale([
    ...sampled.flatMap(({ min, max }) => [min, max]),
    ...found.map(({ value }) => value),
    ...bounds.flatMap(({ points }) => points.map(({ value }) => value)),
  ])
}
