import type { Look } from '../../themes/look.ts'

/** Where the panels of a chart stand, and how large they are. */
export interface Sheet {
  readonly look: Look
  readonly columns: number
  readonly width: number
  readonly height: number
  readonly count: number
  /** What stands at the left of the plots. */
  readonly left: number
  /** Between columns. */
  readonly gap: number
}

/** What stands beside the plots: axes, names of rows. */
export interface Room {
  readonly left: number
  readonly right?: number
  /** What panels need between columns beside the usual gap, such as axes of their own. */
  readonly between?: number
  /** The least width of a plot, at the cost of columns; in units of the look's scale. */
  readonly least?: number
  /** No more columns than this. */
  readonly columns?: number
}

/** A sheet for this many panels, as wide as the look's page. */
export function sheetFor(count: number, look: Look, room: Room): Sheet {
  const { left, right = 0, between = 0, least = 120 } = room
  const { columns: usual, height } = look.panels(count)
  const gap = 26 * look.scale + between
  const all = pageWidth(look) - left - right
  const widthOf = (columns: number) => Math.floor((all - (columns - 1) * gap) / columns)
  let columns = Math.min(usual, room.columns ?? usual)
  while (columns > 1 && widthOf(columns) < least * look.scale) columns--
  return { look, columns, width: widthOf(columns), height, count, left, gap }
}

/** The width of a page between its margins. */
export const pageWidth = ({ page }: Look): number => page.width - 2 * page.padding

/** Whether a panel is at the left edge, and whether there is none below it. */
export function edges(
  { columns, count }: Sheet,
  index: number,
): { readonly left: boolean; readonly bottom: boolean } {
  return { left: index % columns === 0, bottom: index + columns >= count }
}

/** The width of the plots and the gaps between them. */
export function totalWidth({ columns, width, gap }: Sheet): number {
  return columns * width + (columns - 1) * gap
}
