import type { Chart } from '../charts/sheet/chart.ts'
import type { Look } from '../themes/look.ts'
import { type ChartDrawing, type Drawing, drawSvg } from './svg.ts'

/** A chart and its drawing. */
export interface DrawnChart {
  readonly chart: Chart
  readonly drawing: ChartDrawing
}

/** Draws a chart that was made for this look, on the look's page. */
export async function drawChart({ spec, name }: Chart, look: Look): Promise<ChartDrawing> {
  return onPage(await drawSvg(spec, name), look)
}

/**
 * The drawing on the page of the look: exactly as wide, and as high where the page has a height; a page of a screen
 * grows with what is too wide for it, on paper and slides what does not fit is made smaller. Width and height are in
 * the look's unit; in the root element they stand in inches for paper.
 */
export function onPage<D extends Drawing>(drawing: D, { page, unit, ink }: Look): D {
  const { svg, width, height } = drawing
  const grows = unit === 'px' && page.height === null
  const scale = grows ? 1 : Math.max(1, width / page.width, height / (page.height ?? height))
  // The page as the drawing measures: larger than it is where the drawing must become smaller.
  const box = {
    width: Math.max(width, page.width * scale),
    height: page.height === null ? height : page.height * scale,
  }
  const left = scale > 1 ? (width - box.width) / 2 : 0
  const [x, y, w, h] = [left, 0, box.width, box.height].map(short)
  const size = {
    width: grows ? box.width : page.width,
    height: page.height ?? box.height / scale,
  }
  const length = (value: number) => (unit === 'pt' ? `${short(value / 72)}in` : short(value))
  const root = `width="${length(size.width)}" height="${length(size.height)}" viewBox="${x} ${y} ${w} ${h}"`
  const ground = `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${ink.paper}"/>`
  const rooted = svg.replace(/width="[\d.]+" height="[\d.]+" viewBox="[^"]*"/, root)
  // The first rectangle is the ground of the drawing alone.
  return { ...drawing, ...size, svg: rooted.replace(/^(<svg[^>]*>)<rect[^>]*>(<\/rect>)?/, `$1${ground}`) }
}

const short = (value: number): string => String(Number(value.toFixed(3)))
