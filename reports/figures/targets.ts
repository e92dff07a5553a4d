import type { View } from 'vega'

/** A place in a drawing that stands for a run, or for several of which the row is one. */
export interface Target {
  /** In the drawing's own pixels, from its upper left corner. */
  readonly x: number
  readonly y: number
  /** The number of the row in runs.csv, counted from 1. */
  readonly row: number
  /** Whether it stands for several runs. */
  readonly group: boolean
}

/** What of Vega's scenegraph tells where marks are. */
interface Item {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly datum?: { readonly row?: unknown }
  readonly items?: readonly Mark[]
}

interface Mark {
  readonly marktype: string
  readonly items: readonly Item[]
}

/** Marks whose items have the place of their datum. An area's outline has no place that a reader could mean. */
const placed: readonly string[] = ['symbol', 'line', 'rect', 'rule']

/** The marks of a drawn view whose data have a `row`, in the order in which they were drawn. */
export function targetsIn(view: View): Target[] {
  const { root } = view.scenegraph() as unknown as { readonly root: Mark }
  const [left, top] = view.origin()
  const padding = view.padding() as { readonly left: number; readonly top: number }
  return [...targetsOf(root, left! + padding.left, top! + padding.top)]
}

function* targetsOf({ marktype, items }: Mark, left: number, top: number): Generator<Target> {
  for (const item of items) {
    const x = left + (item.x ?? 0)
    const y = top + (item.y ?? 0)
    if (marktype === 'group') for (const mark of item.items ?? []) yield* targetsOf(mark, x, y)
    else if (placed.includes(marktype) && typeof item.datum?.row === 'number') {
      const inside =
        marktype === 'rect' ? { x: (item.width ?? 0) / 2, y: (item.height ?? 0) / 2 } : { x: 0, y: 0 }
      yield { x: x + inside.x, y: y + inside.y, row: item.datum.row, group: marktype !== 'symbol' }
    }
  }
}
