import type { ClaimData, Row } from '../../experiments/cell/index.ts'

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

/** What only a page can show: words in the background, words in the colour of a verdict, a command, a new line. */
export type PageCell = PagePiece | readonly PagePiece[]
export type PagePiece =
  | string
  | number
  | null
  | { readonly claim: ClaimData }
  | { readonly aside: string }
  | { readonly tone: Tone; readonly text: string }
  | { readonly replay: Row }
  | typeof newLine

export type Tone = 'good' | 'bad' | 'neutral'
export const newLine = { newLine: true } as const

/** The pieces of a cell. */
export function piecesOf<P>(cell: P | readonly P[]): readonly P[] {
  return Array.isArray(cell) ? (cell as readonly P[]) : [cell as P]
}
