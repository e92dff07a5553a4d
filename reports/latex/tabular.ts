import { formulaOf } from '../../engine/index.ts'
import type { ClaimData } from '../../experiments/cell/index.ts'
import { type Cell, type Piece, piecesOf } from '../tables/cell.ts'
import { type Column, type PaperTable, shownLines } from '../tables/table.ts'
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
    ...body(shown).map((cells) => (cells.length === 0 ? '\\addlinespace' : line(cells))),
    ...note,
    '\\bottomrule',
    '\\end{tabular}',
    '',
  ].join('\n')
}

/** The lines; what stands at the head of several is written once, with room before the next. */
function body(lines: PaperTable['lines']): string[][] {
  const printed = lines.map((cells) => cells.map(latexCell))
  const heads = new Set(printed.map(([head]) => head))
  if (heads.size === printed.length) return printed
  return printed.flatMap(([head = '', ...rest], i) => {
    if (i > 0 && head === printed[i - 1]![0]) return [['', ...rest]]
    return [...(i > 0 ? [[]] : []), [head, ...rest]]
  })
}

function columnType({ kind }: Column): string {
  if (kind === 'prose') return '>{\\raggedright\\arraybackslash}p{0.21\\linewidth}'
  return kind === 'number' ? 'r' : 'l'
}

const latexCell = (cell: Cell): string => piecesOf(cell).map(latexPiece).join('')

/** A piece of a cell, or a text worth quoting. */
export function latexPiece(piece: Piece): string {
  if (piece === null) return '--'
  if (typeof piece === 'number') return latexNumber(piece)
  if (typeof piece === 'string') return latexText(piece)
  if ('claim' in piece) return latexClaim(piece.claim)
  if ('formula' in piece) return latexInline(piece.formula)
  return 'bound' in piece ? latexBound(piece.bound) : latexProse(piece.prose)
}

/** A sentence of ours: its numbers get thin spaces, too. */
export const latexProse = (text: string): string =>
  text
    .split(/(?<=\d),(?=\d{3}(?!\d))/)
    .map(latexText)
    .join('\\,')

/** A formula from its one line of text: “n log² n”, “m + n log n”. */
function latexInline(text: string): string {
  if (!/^[\w √²³+−().]+$/.test(text)) return latexText(text)
  const formula = text
    .replace(/[A-Za-z]{2,}/g, (name) => (name === 'log' ? '\\log' : `\\mathrm{${name}}`))
    .replaceAll('_', '\\_')
    .replace(/√(\w)/g, '\\sqrt{$1}')
    .replace(/[²³]/g, (digit) => `^{${digit === '²' ? 2 : 3}}`)
    .replaceAll('−', '-')
  return `\\ensuremath{${formula}}`
}

/** “at most $2m$”. */
const latexClaim = (claim: ClaimData): string => `${claimOpening(claim)} ${latexFormula(claim)}`

/** “$\\leq 2m$”. */
const latexBound = (claim: ClaimData): string =>
  `\\ensuremath{${claim.kind === 'exactly' ? '=' : '\\leq'}} ${latexFormula(claim)}`

/** The formula of a claim, read again: whatever a manifest says, it is no command. */
function latexFormula({ formula, text }: ClaimData): string {
  try {
    return `\\ensuremath{${formulaOf(formula).latex}}`
  } catch {
    return latexText(text)
  }
}
