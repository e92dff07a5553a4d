import type { Cell, PageCell } from './cell.ts'

/**
 * What stands in a column. Names are short and stay in one line, texts and bounds may wrap; prose, sentences and details
 * are longer, so that they need room.
 */
type ColumnKind = 'name' | 'text' | 'number' | 'bound' | 'prose' | 'sentence' | 'detail'

export interface Column {
  readonly title: string
  readonly kind: ColumnKind
}

/** A column that knows its cell in the line of each item. */
export interface ColumnOf<Item, C = Cell> extends Column {
  readonly cell: (item: Item) => C
}

/** A table for a paper or a page of text. */
export interface PaperTable {
  /** The name of its file. */
  readonly name: string
  readonly title: string
  /** What its numbers are, in full sentences. */
  readonly caption: string
  readonly columns: readonly Column[]
  readonly lines: readonly (readonly Cell[])[]
  /** The file that has all lines, where some were left out. */
  readonly source: string
}

/** A table of the report's page. The first cell of a line is its heading. */
export interface PageTable {
  /** What a screen reader calls it. */
  readonly label: string
  /** Null where the text above it says what it shows. */
  readonly caption: string | null
  readonly columns: readonly Column[]
  readonly lines: readonly (readonly PageCell[])[]
}

/** The columns and the lines of a table that has a line for each item. */
export function tableOf<Item, C>(
  columns: readonly ColumnOf<Item, C>[],
  items: readonly Item[],
): { readonly columns: readonly Column[]; readonly lines: readonly (readonly C[])[] } {
  return { columns, lines: items.map((item) => columns.map(({ cell }) => cell(item))) }
}

/** Nobody reads more lines than this in a paper. */
const linesMax = 60

/** The lines that are shown, and how many are not. */
export function shownLines({ lines }: PaperTable): {
  readonly shown: PaperTable['lines']
  readonly left: number
} {
  return { shown: lines.slice(0, linesMax), left: Math.max(0, lines.length - linesMax) }
}

/** Sizes spread evenly over all, the smallest and the largest among them: more columns make a table too wide. */
export function chosenSizes(all: readonly number[], most = 5): number[] {
  const sizes = [...new Set(all)].sort((a, b) => a - b)
  if (sizes.length <= most) return sizes
  const step = (sizes.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, i) => sizes[Math.round(i * step)]!)
}
