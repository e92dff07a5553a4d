import { textWidth } from '../render/text-width.ts'
import type { Piece } from './chart.ts'
import { axisTitle, type Grid, inPanel, totalWidth } from './grid.ts'
import type { Side } from './heat-chart.ts'
import type { Scale } from './scales.ts'

interface HeatLook {
  readonly across: Side
  /** The names of the lines, from above, and what they are. */
  readonly lines: readonly string[]
  readonly title: string
  readonly colours: Scale
  /** What the colours stand for. */
  readonly legend: string
  readonly numbered: boolean
}

/** The cells of a panel, and the numbers in them. */
export function heatLayers(
  panel: string,
  { across, lines, title, colours, legend, numbered }: HeatLook,
  { grid, left, bottom }: { readonly grid: Grid; readonly left: boolean; readonly bottom: boolean },
): Piece[] {
  const { look } = grid
  const { ink, sizes, scale } = look
  const places = (labels: readonly string[]) => labels.map((_, i) => i)
  const named = (labels: readonly string[]) => ({
    values: places(labels),
    labelExpr: `(${JSON.stringify(labels)})[datum.value]`,
    domain: false,
    ticks: false,
    grid: false,
  })
  const band = (labels: readonly string[]) => ({ domain: places(labels), padding: 0 })
  const step = grid.width / across.labels.length
  const widest = Math.max(...across.labels.map((label) => textWidth(label, sizes.axis)))
  const crowded = widest + 6 * scale > step
  const turned = crowded && !across.numeric
  const every = across.numeric ? Math.ceil((widest + 8 * scale) / step) : 1
  const x = {
    field: 'column',
    type: 'ordinal',
    scale: band(across.labels),
    axis: {
      ...named(across.labels),
      values: places(across.labels).filter((i) => i % every === 0),
      title: bottom ? axisTitle(across.title, grid.width, look) : null,
      labelAngle: turned ? -40 : 0,
      ...(turned ? { labelAlign: 'right', labelBaseline: 'middle' } : {}),
    },
  }
  const y = {
    field: 'line',
    type: 'ordinal',
    scale: band(lines),
    axis: { ...named(lines), labels: left, title: left ? axisTitle(title, grid.height, look) : null },
  }
  const share = (i: number) => i / (look.ramp.length - 1)
  const colour = {
    field: 'value',
    type: 'quantitative',
    scale: {
      type: colours.scale.type,
      domain: look.ramp.map((_, i) => Number(colours.fromUnit(share(i)).toPrecision(9))),
      range: look.ramp,
      interpolate: 'lab',
      nice: false,
    },
    legend: {
      title: axisTitle(legend, totalWidth(grid), look),
      type: 'gradient',
      gradientLength: Math.round(Math.min(0.6 * look.page.width, 260 * scale)),
      gradientThickness: 11 * scale,
      values: colours.ticks,
      labelExpr: `(${JSON.stringify(labelsOf(colours))})[datum.value]`,
      titleFontSize: sizes.legend,
      titleFontWeight: 'normal',
      titleColor: ink.text,
      titleLimit: 0,
      titlePadding: 4 * scale,
      titleOrient: 'top',
    },
  }
  return [
    {
      ...inPanel('cells', panel),
      mark: { type: 'rect', stroke: ink.paper, strokeWidth: scale },
      encoding: { x, y, color: colour },
    },
    ...(numbered
      ? [
          {
            ...inPanel('cells', panel),
            mark: { type: 'text', align: 'center', baseline: 'middle', fontSize: sizes.label },
            encoding: {
              x,
              y,
              text: { field: 'text', type: 'nominal' },
              fill: { field: 'ink', type: 'nominal', scale: null },
            },
          },
        ]
      : []),
  ]
}

/** The labels of the ticks, by their values. */
const labelsOf = ({ ticks, labels }: Scale): Readonly<Record<string, string>> =>
  Object.fromEntries(ticks.map((tick, i) => [String(tick), labels[i]!]))
