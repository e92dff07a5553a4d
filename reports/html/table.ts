import { html, type Markup } from '../markup.ts'
import { type PageCell, type PagePiece, piecesOf } from '../tables/cell.ts'
import type { Column, PageTable } from '../tables/table.ts'
import { claimText } from '../wording/claim-text.ts'
import { figure } from '../wording/numbers.ts'
import type { Replays } from './replays.ts'

/** A table of the page; it scrolls sideways where it is too wide. Nothing where there is no table. */
export function tableMarkup(table: PageTable | null, replays: Replays): Markup | null {
  if (table === null) return null
  const { label, caption, columns, lines } = table
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table>${
    caption === null
      ? null
      : html`<caption>${caption}</caption>
`
  }<thead><tr>${columns.map(({ title, kind }) => html`<th scope="col"${kind === 'number' ? html` class="number"` : null}>${title}</th>`)}</tr></thead>
<tbody>${lines.map(
    (cells) => html`<tr>${cells.map((cell, i) => cellMarkup(cell, columns[i]!, i === 0, replays))}</tr>
`,
  )}</tbody></table></div>`
}

/** What the style sheet knows the cells of a column by, where it knows them. */
const classes: Readonly<Partial<Record<Column['kind'], string>>> = {
  name: 'key',
  number: 'number',
  bound: 'bound',
  detail: 'detail',
}

function cellMarkup(cell: PageCell, { kind }: Column, isHeading: boolean, replays: Replays): Markup {
  const content = piecesOf(cell).map((piece) => pieceMarkup(piece, replays))
  if (isHeading)
    return html`<th scope="row"${kind === 'sentence' ? html` class="sentence"` : null}>${content}</th>`
  const { [kind]: name } = classes
  return html`<td${name === undefined ? null : html` class="${name}"`}>${content}</td>`
}

function pieceMarkup(piece: PagePiece, replays: Replays): Markup | string {
  if (piece === null) return '–'
  if (typeof piece === 'number') return figure(piece)
  if (typeof piece === 'string') return piece
  if ('claim' in piece) return html`<span class="formula">${claimText(piece.claim)}</span>`
  if ('aside' in piece) return html`<span class="aside">${piece.aside}</span>`
  if ('tone' in piece) return html`<span class="${piece.tone}">${piece.text}</span>`
  return 'replay' in piece ? replays.markup(piece.replay) : html`<br>`
}
