import type { ClaimData } from '../../experiments/cell/index.ts'
import { answer } from '../answer/answer.ts'
import type { Results } from '../statistics/groups.ts'
import { type Cell, type Piece, piecesOf } from '../tables/cell.ts'
import { type PaperTable, shownLines } from '../tables/table.ts'
import { claimText } from '../wording/claim-text.ts'
import { counted, figure } from '../wording/numbers.ts'
import { markdownText } from './escape.ts'

/** tables.md: the answer and the tables of a paper in the Markdown of GitHub, for a page or a blog. */
export function markdownTables(results: Results, tables: readonly PaperTable[]): string {
  const { title, question } = results.manifest.experiment
  const { text } = answer(results)
  const heads = [`# ${markdownText(title)}`, markdownText(question), `**${markdownText(text)}**`]
  return [...heads, ...tables.map(markdownTable)].join('\n\n').concat('\n')
}

function markdownTable(table: PaperTable): string {
  const { title, caption, columns } = table
  const { shown, left } = shownLines(table)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    `## ${markdownText(title)}`,
    '',
    markdownText(caption),
    '',
    line(columns.map((column) => markdownText(column.title))),
    line(columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'))),
    ...shown.map((cells) => line(cells.map(markdownCell))),
    ...(left === 0 ? [] : ['', `${counted(left, 'more line')} in ${table.source}.`]),
  ].join('\n')
}

const markdownCell = (cell: Cell): string => piecesOf(cell).map(markdownPiece).join('')

function markdownPiece(piece: Piece): string {
  if (piece === null) return '–'
  if (typeof piece === 'number') return figure(piece)
  if (typeof piece === 'string') return markdownText(piece)
  if ('claim' in piece) return markdownText(claimText(piece.claim))
  if ('formula' in piece) return markdownText(piece.formula)
  return markdownText('bound' in piece ? boundText(piece.bound) : piece.prose)
}

const boundText = ({ kind, text }: ClaimData): string => `${kind === 'exactly' ? '=' : '≤'} ${text}`
