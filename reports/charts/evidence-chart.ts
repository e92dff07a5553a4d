import { textWidth } from '../render/text-width.ts'
import { boundTags, type Frame, pixelIn } from './bounds.ts'
import type { Chart } from './chart.ts'
import { evidenceLayers, sizeOf } from './evidence-layers.ts'
import { edges, gridFor, sheet, totalWidth, withOwnAxes } from './grid.ts'
import { axisOf, costScale, sizeScale } from './scales.ts'
import type { ShownBound } from './shown-bounds.ts'
import { ink, sizes } from './theme.ts'

/** A cost that was looked for. */
export interface Mark {
  readonly n: number
  readonly value: number
  readonly kind: 'sampled' | 'searched' | 'forced' | 'exact' | 'explored in part'
}

export interface EvidencePanel {
  readonly header: string
  /** By n: the runs that are sampled. */
  readonly sampled: readonly {
    readonly n: number
    readonly count: number
    readonly median: number
    readonly min: number
    readonly max: number
  }[]
  readonly found: readonly Mark[]
  readonly bounds: readonly ShownBound[]
}

export interface EvidenceCurves {
  readonly name: string
  readonly title: string
  readonly subtitle: readonly string[]
  readonly axis: string
  readonly panels: readonly EvidencePanel[]
}

/**
 * What was sampled as a line with a band, what was searched for and what is exact as marks, bounds dashed. Each panel
 * has an axis of costs of its own, since what counts is how far a mark is from its bound.
 */
export function evidenceChart({ name, title, subtitle, axis, panels }: EvidenceCurves): Chart {
  const grid = withOwnAxes(gridFor(panels.length))
  const description = [title, ...subtitle].join('. ')
  const x = sizeScale(
    panels.flatMap(({ sampled, found }) => [...sampled, ...found].map(({ n }) => n)),
    grid.width,
  )
  const kinds = (['sampled', 'searched', 'forced', 'exact', 'explored in part'] as const).filter((kind) =>
    panels.some(({ sampled, found }) =>
      kind === 'sampled' ? sampled.length > 0 : found.some((mark) => mark.kind === kind),
    ),
  )
  const drawn = panels.map((panel, index) => {
    const id = String(index)
    const y = costScale([
      ...panel.sampled.flatMap(({ min, max }) => [min, max]),
      ...panel.found.map(({ value }) => value),
      ...panel.bounds.flatMap(({ points }) => points.map(({ value }) => value)),
    ])
    const frame = { x, y, width: grid.width, height: grid.height }
    const { left, bottom } = edges(grid, index)
    const axes = {
      x: { type: 'quantitative', scale: x.scale, axis: axisOf(x, bottom ? 'n (processors)' : null) },
      y: { type: 'quantitative', scale: y.scale, axis: axisOf(y, left ? axis : null) },
    }
    return {
      panel,
      id,
      tags: tagsOf(panel, id, frame),
      layer: evidenceLayers(id, axes, kinds, totalWidth(grid)),
    }
  })
  const marks = drawn.flatMap(({ panel: { sampled, found }, id }) => [
    ...sampled.map(({ n, median }) => ({ panel: id, n, value: median, kind: 'sampled' as const })),
    ...found.map((mark) => ({ panel: id, ...mark })),
  ])
  const spec = sheet({
    title,
    subtitle,
    description,
    grid,
    datasets: {
      sampled: drawn.flatMap(({ panel: { sampled }, id }) =>
        sampled.map(({ n, median, min, max }) => ({ panel: id, n, median, min, max })),
      ),
      marks: marks.map((mark) => ({ ...mark, size: sizeOf(mark.kind) })),
      bounds: drawn.flatMap(({ panel: { bounds }, id }) =>
        bounds.flatMap(({ label, points }) => points.map((point) => ({ panel: id, label, ...point }))),
      ),
      labels: drawn.flatMap(({ tags }) => tags),
    },
    panels: drawn.map(({ panel: { header }, layer }) => ({ header, layer })),
  })
  return { name, title, description, spec }
}

/** Where the labels of the bounds stand: clear of the sampled line and of the marks. */
function tagsOf({ sampled, found, bounds }: EvidencePanel, panel: string, frame: Frame) {
  const line = sampled.map(({ n, median }) => pixelIn(frame, n, median))
  const marks = [...found].sort((a, b) => a.n - b.n).map(({ n, value }) => pixelIn(frame, n, value))
  // A formula that would cross half of the panel stands in the tables.
  const short = (label: string) =>
    textWidth(label, sizes.label, 'italic') > 0.5 * frame.width ? 'the claimed bound' : label
  const curves = bounds.map(({ label, points }) => ({
    label: short(label),
    points,
    panel,
    colour: ink.bound,
  }))
  return boundTags(curves, [line, marks], frame)
}
