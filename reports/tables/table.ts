import type { ClaimData } from '../../experiments/cell/claim-data.ts'

/** What stands in a cell, whatever format it is written in. */
export type Cell = Piece | readonly Piece[]

/**
 * A text of a user's or ours, a number that is rounded as everywhere, a claim in words or as a bound in signs (whose
 * formula each format writes in its own way), the text of a formula, a sentence of ours with numbers in it, or nothing.
 */
export type Piece =
  | string
  | number
  | null
  | { readonly claim: ClaimData }
  | { readonly bound: ClaimData }
  | { readonly formula: string }
  | { readonly prose: string }

export interface Column {
  readonly title: string
  /** `prose` wraps; what is on the right are numbers. */
  readonly align: 'left' | 'right' | 'prose'
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

/** No one reads more lines than this in a paper. */
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

/** The pieces of a cell. */
export function piecesOf(cell: Cell): readonly Piece[] {
  return Array.isArray(cell) ? (cell as readonly Piece[]) : [cell as Piece]
}
