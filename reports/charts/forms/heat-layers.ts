import { shortened, textWidth } from '../../fonts/text-width.ts'
import { axisGaps } from '../../themes/vega-config.ts'
import { axisTitle } from '../sheet/axis.ts'
import type { Piece } from '../sheet/chart.ts'
import { inPanel } from '../sheet/panels.ts'
import type { Scale } from '../sheet/scale.ts'
import { type Sheet, totalWidth } from '../sheet/sheet.ts'

/** Names of columns are cut off where they would take more than this share of the page. */
const namesMax = 0.3

/** One direction of a map: its name and those of its columns or lines. */
export interface Side {
  readonly title: string
  /** Whether the labels are numbers, some of which can be left out. */
  readonly numeric: boolean
  readonly labels: readonly string[]
}

interface HeatLook {
  readonly across: Side
  /** How many lines there are, how wide the widest of their names is, and the title of their axis. */
  readonly lines: number
  readonly widest: number
  readonly title: string
  /** Of numbers; of names, each cell has its own. */
  readonly colours: Scale | readonly string[]
  /** What the colours stand for. */
  readonly legend: string
  readonly numbered: boolean
}

/** Where a panel stands on its sheet. */
interface Place {
  readonly sheet: Sheet
  readonly left: boolean
  readonly bottom: boolean
}

/** The cells of a panel, and the numbers in them. */
export function heatLayers(panel: string, map: HeatLook, place: Place): Piece[] {
  const { look } = place.sheet
  const { ink, sizes, scale } = look
  const x = acrossOf(map, place)
  const y = downOf(map, place)
  const names = {
    data: { name: 'lines' },
    mark: { type: 'text', align: 'right', baseline: 'middle', fontSize: sizes.axis, color: ink.text },
    encoding: {
      x: { value: -axisGaps.label * scale },
      y,
      // From the upper edge of the line.
      yOffset: { field: 'below', type: 'quantitative', scale: null },
      text: { field: 'name', type: 'nominal' },
    },
  }
  const cells = {
    ...inPanel('cells', panel),
    mark: { type: 'rect', stroke: ink.paper, strokeWidth: scale },
    encoding: { x, y, color: colourOf(map, place.sheet) },
  }
  const numbers = {
    ...inPanel('cells', panel),
    mark: { type: 'text', align: 'center', baseline: 'middle', fontSize: sizes.label },
    encoding: {
      x,
      y,
      text: { field: 'text', type: 'nominal' },
      fill: { field: 'ink', type: 'nominal', scale: null },
    },
  }
  return [...(place.left ? [names] : []), cells, ...(map.numbered ? [numbers] : [])]
}

const places = (count: number): number[] => Array.from({ length: count }, (_, i) => i)
const band = (count: number): Piece => ({ domain: places(count), padding: 0 })
const bare = { domain: false, ticks: false, grid: false } as const

/** The level axis: its labels are turned, or of numbers some are left out, where not all have room beside each other. */
function acrossOf({ across }: HeatLook, { sheet, bottom }: Place): Piece {
  const { look } = sheet
  const { sizes, scale } = look
  const columns = across.labels.map((label) => shortened(label, namesMax * look.page.width, sizes.axis))
  const step = sheet.width / columns.length
  const broadest = Math.max(...columns.map((label) => textWidth(label, sizes.axis)))
  const turned = broadest + 6 * scale > step && !across.numeric
  const every = across.numeric ? Math.ceil((broadest + 8 * scale) / step) : 1
  return {
    field: 'column',
    type: 'ordinal',
    scale: band(columns.length),
    axis: {
      ...bare,
      labels: bottom,
      values: places(columns.length).filter((i) => i % every === 0),
      labelExpr: `(${JSON.stringify(columns)})[datum.value]`,
      title: bottom ? axisTitle(across.title, sheet.width, look) : null,
      labelAngle: turned ? -40 : 0,
      ...(turned ? { labelAlign: 'right', labelBaseline: 'middle' } : {}),
    },
  }
}

/** The upright axis, which only has a title: the names of lines are marks, since they may have several lines. */
function downOf({ lines, widest, title }: HeatLook, { sheet, left }: Place): Piece {
  const { look } = sheet
  return {
    field: 'line',
    type: 'ordinal',
    scale: band(lines),
    axis: {
      ...bare,
      labels: false,
      title: left ? axisTitle(title, sheet.height, look) : null,
      titlePadding: widest + (axisGaps.label + axisGaps.title) * look.scale,
    },
  }
}

/** The colour of a cell, with the legend that all panels share. */
function colourOf({ colours, legend }: HeatLook, sheet: Sheet): Piece {
  if (!('toUnit' in colours)) return { field: 'colour', type: 'nominal', scale: null }
  const { look } = sheet
  const { ink, sizes, scale } = look
  const share = (i: number) => i / (look.ramp.length - 1)
  return {
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
      title: axisTitle(legend, totalWidth(sheet), look),
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
}

/** The labels of the ticks, by their values. */
const labelsOf = ({ ticks, labels }: Scale): Readonly<Record<string, string>> =>
  Object.fromEntries(ticks.map((tick, i) => [String(tick), labels[i]!]))
