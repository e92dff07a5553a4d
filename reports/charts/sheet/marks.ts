import type { Look } from '../../themes/look.ts'
import type { Piece } from './chart.ts'

/** How bounds are drawn: thin and dashed, in a colour that no series has. */
export const boundLine = ({ ink, scale }: Look): Piece => ({
  type: 'line',
  color: ink.bound,
  strokeWidth: 1.4 * scale,
  strokeDash: [6 * scale, 4 * scale],
})

/** The same text with a broad outline in the colour of the paper. It lies behind the text and hides the lines there. */
export const halo = (text: Piece, { ink, scale }: Look): Piece => ({
  ...text,
  stroke: ink.paper,
  strokeWidth: 3.5 * scale,
  strokeJoin: 'round',
  color: ink.paper,
})

/** A short upright line, such as at a median. */
export const tick = (size: number, thickness: number, look: Piece = {}): Piece => ({
  type: 'tick',
  orient: 'vertical',
  size,
  thickness,
  opacity: 1,
  ...look,
})
