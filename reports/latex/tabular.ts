import { parseFormula } from '../../engine/index.ts'
import type { ClaimData } from '../../experiments/manifest.ts'
import { type Cell, type Column, type PaperTable, type Piece, piecesOf, shownLines } from '../tables/table.ts'
import { claimOpening } from '../wording/claim-text.ts'
import { count } from '../wording/numbers.ts'
import { latexText } from './escape.ts'
import { latexNumber } from './numbers.ts'

/** A table as a `tabular` with the rules of booktabs; it also needs the package array. */
export function tabular(table: PaperTable): string {
  const { columns } = table
  const { shown, left } = shownLines(table)
  const line = (cells: readonly string[]) => `${cells.join(' & ')} \\\\`
  const note =
    left === 0
      ? []
      : [
          `\\multicolumn{${columns.length}}{@{}l@{}}{\\footnotesize ${latexProse(`${count(left)} more in ${table.source}`)}} \\\\`,
        ]
  return [
    `\\begin{tabular}{@{}${columns.map(columnType).join('')}@{}}`,
    '\\toprule',
    line(columns.map(({ title }) => latexProse(title).replace(/^n(?= =|$)/, '$n$$'))),
    '\\midrule',
    ...shown.map((cells) => line(cells.map(latexCell))),
    ...note,
    '\\bottomrule',
    '\\end{tabular}',
    '',
  ].join('\n')
}

function columnType({ align }: Column): string {
  if (align === 'prose') return '>{\\raggedright\\arraybackslash}p{0.26\\linewidth}'
  return align === 'right' ? 'r' : 'l'
}

const latexCell = (cell: Cell): string => piecesOf(cell).map(latexPiece).join('')

function latexPiece(piece: Piece): string {
  if (piece === null) return '--'
  if (typeof piece === 'number') return latexNumber(piece)
  if (typeof piece === 'string') return latexText(piece)
  return 'claim' in piece ? latexClaim(piece.claim) : latexProse(piece.prose)
}

/** A sentence of ours: its numbers get thin spaces, too. */
export const latexProse = (text: string): string =>
  text
    .split(/(?<=\d),(?=\d{3}(?!\d))/)
    .map(latexText)
    .join('\\,')

/** “at most $2m$”. */
export const latexClaim = (claim: ClaimData): string => `${claimOpening(claim)} ${latexFormula(claim)}`

/** The formula of a claim, read again: whatever a manifest says, it is no command. */
export function latexFormula({ formula, text }: ClaimData): string {
  try {
    return `\\ensuremath{${parseFormula(formula).latex}}`
  } catch {
    return latexText(text)
  }
}
