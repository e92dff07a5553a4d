import type { Look } from '../../themes/look.ts'
import type { Piece } from './chart.ts'
import { boundWidth } from './key.ts'
import { inPanel } from './panels.ts'

/** The lines of bounds: thin, each in the colour and with the dash of its datum. */
export function boundLayer(panel: string, x: Piece, y: Piece, { scale }: Look): Piece {
  const own = (field: string) => ({ field, type: 'nominal', scale: null })
  return {
    ...inPanel('bounds', panel),
    mark: { type: 'line', strokeWidth: boundWidth * scale },
    encoding: {
      x,
      y,
      detail: { field: 'label', type: 'nominal' },
      stroke: own('colour'),
      strokeDash: own('dash'),
    },
  }
}

/** A short upright line, such as at a median. */
export const tick = (size: number, thickness: number, look: Piece = {}): Piece => ({
  type: 'tick',
  orient: 'vertical',
  size,
  thickness,
  opacity: 1,
  ...look,
})
