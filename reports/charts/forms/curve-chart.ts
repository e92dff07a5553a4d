import type { Look } from '../../themes/look.ts'
import { axisOf, axisRoom, axisTitle, overhang } from '../sheet/axis.ts'
import { boundLines, boundsMax, lineSpots } from '../sheet/bound-lines.ts'
import type { Chart } from '../sheet/chart.ts'
import { type Key, keyHeight, keyRows } from '../sheet/key.ts'
import { type Draw, fitsAlone, onPages, split } from '../sheet/pages.ts'
import { darkColours } from '../sheet/palette.ts'
import { chartOn, type Draft, type Page } from '../sheet/panels.ts'
import type { Scale } from '../sheet/scale.ts'
import { costScale } from '../sheet/scales.ts'
import { seriesKey } from '../sheet/series-key.ts'
import { edges, type Room, type Sheet, sheetFor } from '../sheet/sheet.ts'
import { sizeScale } from '../sheet/size-scale.ts'
import { withoutRepetition } from './alike-panels.ts'
import { curveLayers } from './curve-layers.ts'
import type { Curves } from './curves.ts'
import { tellApart } from './tell-apart.ts'

/** A panel and the series in it: all, unless there are more than can be told apart. */
interface Part {
  /** What its data are marked with. */
  readonly id: string
  readonly header: string
  readonly series: readonly string[]
}

/** One panel beside the other, all with the same axes; panels that show the same are one. */
export function curveChart(given: Curves, look: Look): Chart[] {
  const curves = withoutRepetition(given)
  const { spots, runs, bounds } = curves
  const y = costScale(
    [
      ...spots.flatMap(({ low, high }) => [low, high]),
      ...runs.map(({ value }) => value),
      ...bounds.flatMap(({ points }) => points.map(({ value }) => value)),
    ],
    curves.scales?.y,
  )
  const said = y.scale.type === 'symlog' ? { ...curves, caption: `${curves.caption} ${nearZero}` } : curves
  const drawn = (parts: readonly Part[], fitting: Look, page: Page | undefined) =>
    draft({ ...said, page }, parts, y, fitting)
  return onPages(partsOf(curves, look, drawn), look, drawn)
}

/** What a caption says of an axis that could not show all costs if it were logarithmic. */
const nearZero = 'Some costs are 0, which has no logarithm: the upright axis is linear near 0.'

/**
 * The panels. Where a look cannot tell all series or their bounds apart, or a page has no room for the key of all, each
 * panel comes several times, with some of the series.
 */
function partsOf(curves: Curves, look: Look, draw: Draw<Part>): Part[] {
  const { panels, series } = curves
  const clear = (part: Part) => panelOf([part], curves, look).isClear && fitsAlone(part, look, draw)
  for (let shares = Math.ceil(series.length / look.series.length); ; shares++) {
    const parts = panels.flatMap((header) =>
      split(series, shares).map((share, i) => ({
        id: i === 0 ? header : `${header} (${i + 1})`,
        header,
        series: share,
      })),
    )
    if (shares >= series.length || parts.every(clear)) return parts
  }
}

function draft(curves: Curves, parts: readonly Part[], y: Scale, look: Look): Draft {
  const sizes = curves.spots.map(({ n }) => n)
  const axis = axisTitle(curves.axis, look.panels(parts.length).height, look)
  const shares = parts[0]!.series.length < curves.series.length
  // Panels with the same series share a key, unless their bounds are too many together.
  const whole = panelOf(parts, curves, look)
  const common = shares || !whole.isClear ? null : whole
  const drawn = parts.map((part) => ({ part, ...(common ?? panelOf([part], curves, look)) }))
  const sheet = sheetUnder(common === null ? drawn.map(({ key }) => key) : [], parts.length, look, {
    left: axisRoom(y, look, axis.length),
    right: overhang(sizeScale(sizes, look.page.width, look, curves.scales?.x), look),
  })
  const x = sizeScale(sizes, sheet.width, look, curves.scales?.x)
  const levelLines = axisTitle(curves.level ?? 'n (processors)', sheet.width, look)
  const levelTitle = levelLines.length === 1 ? levelLines[0]! : levelLines
  const layersOf = ({ part }: (typeof drawn)[number], index: number) => {
    const { left, bottom } = edges(sheet, index)
    const axes = {
      x: { type: 'quantitative', scale: x.scale, axis: axisOf(x, bottom ? levelTitle : null, look) },
      y: {
        type: 'quantitative',
        scale: y.scale,
        axis: { ...axisOf(y, left ? axis : null, look), labels: left },
      },
    }
    return curveLayers(part.id, axes, part.series, sheet)
  }
  return chartOn(curves, {
    sheet,
    datasets: {
      groups: drawn.flatMap(({ part, lines }) =>
        tellApart(of(part, curves.spots), of(part, lines), { x, y }, sheet),
      ),
      runs: parts.flatMap((part) => of(part, curves.runs)),
      bounds: drawn.flatMap(({ part, lines }) => lineSpots(of(part, lines))),
    },
    key: common?.key ?? [],
    panels: drawn.map((one, i) => ({
      header: one.part.header,
      key: common === null ? one.key : [],
      layer: layersOf(one, i),
    })),
    ownScales: shares,
  })
}

/** A sheet with as many columns as leave no key taller than the panel below it. */
function sheetUnder(keys: readonly Key[], count: number, look: Look, room: Room): Sheet {
  const sheet = sheetFor(count, look, room)
  const tallest = Math.max(0, ...keys.map((key) => keyHeight(keyRows(key, sheet.width, look).length, look)))
  return sheet.columns === 1 || tallest <= sheet.height
    ? sheet
    : sheetUnder(keys, count, look, { ...room, columns: sheet.columns - 1 })
}

/** What belongs into a part of the figure, marked as its own. */
function of<T extends { readonly panel: string; readonly series: string | null }>(
  { id, header, series }: Part,
  all: readonly T[],
): T[] {
  return all
    .filter((one) => one.panel === header && (one.series === null || series.includes(one.series)))
    .map((one) => ({ ...one, panel: id }))
}

/** The bounds in panels that have their series in common, and the key of these panels. */
function panelOf(parts: readonly Part[], { bounds, shown, series: all }: Curves, look: Look) {
  const { series } = parts[0]!
  const inks = darkColours(series, look)
  const here = bounds.filter(
    (bound) =>
      parts.some(({ header }) => header === bound.panel) &&
      (bound.series === null || series.includes(bound.series)),
  )
  const { lines, entries } = boundLines(here, (one) => inks[series.indexOf(one)]!, look)
  const named = series.filter((one) => (shown ?? all).includes(one))
  return {
    lines,
    key: seriesKey(series, { shown: named, bounds: entries, lines: true }, look),
    /** Whether no two bounds look alike without colours. */
    isClear: entries.length <= boundsMax,
  }
}
