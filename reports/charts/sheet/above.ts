import type { Look } from '../../themes/look.ts'
import { brokenName, lineHeight } from './broken-names.ts'
import type { Piece } from './chart.ts'
import { type Key, keyHeight, keyLayers, keyRows } from './key.ts'
import { pageWidth, type Sheet } from './sheet.ts'

/** What is said of one panel. */
interface Said {
  readonly header: string
  /** What its marks stand for, where that is not the same in all panels. */
  readonly key?: Key | undefined
}

interface Above {
  /** The marks of each panel's header and key; those of the figure's key are with the first. */
  readonly layers: readonly Piece[][]
  /** What each row of panels takes above its plots, and what the key of the figure takes above that. */
  readonly row: number
  readonly top: number
}

/** Between a plot and what stands above it, and between the key of a figure and its panels, in units of the scale. */
const gap = 9

/** What stands above the plots, from the plot upwards: the panel's key, its header, the key of the figure. */
export function above(said: readonly Said[], key: Key, sheet: Sheet): Above {
  const { look, width, left } = sheet
  const space = gap * look.scale
  const headers = said.map(({ header }) =>
    header === '' ? [] : brokenName(header, { most: 2, width, size: look.sizes.header, face: 'semibold' }),
  )
  const keys = said.map((panel) => keyRows(panel.key ?? [], width, look))
  const whole = keyRows(key, pageWidth(look) - overlap * look.scale, look)
  const heights = said.map((_, i) => headerHeight(headers[i]!, look) + keyHeight(keys[i]!.length, look))
  const row = Math.max(...heights) + (Math.max(...heights) > 0 ? space : 0)
  const top = whole.length === 0 ? 0 : keyHeight(whole.length, look) + space
  return {
    row,
    top,
    layers: said.map((_, i) => {
      const own = space + keyHeight(keys[i]!.length, look)
      return [
        ...(i === 0
          ? keyLayers(whole, { id: 'key-figure', left: overlap * look.scale - left, top: -row - top }, look)
          : []),
        ...headerLayers(headers[i]!, -own, look),
        ...keyLayers(keys[i]!, { id: `key-panel-${i}`, left: 0, top: -own }, look),
      ]
    }),
  }
}

/** The key begins a little right of the figure's edge, which is measured only when the figure is drawn. */
const overlap = 3

const headerHeight = (lines: readonly string[], { sizes }: Look): number =>
  lines.length * lineHeight * sizes.header

/** A panel's header, which stands at the same height whatever the axis beside it. */
function headerLayers(lines: readonly string[], bottom: number, { sizes, ink }: Look): Piece[] {
  const text = { type: 'text', align: 'left', baseline: 'bottom', fontSize: sizes.header, fontWeight: 600 }
  return lines.map((line, i) => ({
    data: { values: [{}] },
    mark: { ...text, color: ink.text },
    encoding: {
      x: { value: 0 },
      y: { value: bottom - (lines.length - 1 - i) * lineHeight * sizes.header },
      text: { value: line },
    },
  }))
}
