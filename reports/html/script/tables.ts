import { button, element } from '../../page/view/dom.ts'

/** With fewer lines nobody needs help to find one. */
const linesToFilter = 12

/** Makes a table sortable by its columns and, if it is long, searchable. */
export function enhanceTable(table: HTMLTableElement): void {
  const [body] = table.tBodies
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])]
  if (body === undefined || body.rows.length < 2) return
  for (const [column, head] of heads.entries()) {
    const sort = () => {
      const descending = head.getAttribute('aria-sort') === 'ascending'
      for (const other of heads) other.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', descending ? 'descending' : 'ascending')
      body.append(...sorted([...body.rows], column, descending))
    }
    // The text stays in the cell itself, since paper repeats heads without their buttons.
    head.append(button('', () => {}, `Sort by ${head.textContent}`))
    head.addEventListener('click', sort)
  }
  if (body.rows.length >= linesToFilter) addFilter(table, body)
}

function sorted(rows: readonly HTMLTableRowElement[], column: number, descending: boolean) {
  const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[column]?.textContent ?? '') }))
  const sign = descending ? -1 : 1
  return keyed.sort((a, b) => sign * compare(a.key, b.key)).map(({ row }) => row)
}

/** The number that a cell begins with, or else its text. */
function keyOf(text: string): number | string {
  const plain = text.trim().replace(/,/g, '').replace(/^−/, '-')
  const number = Number.parseFloat(plain)
  return Number.isNaN(number) ? plain : number
}

/** Numbers come before texts. */
function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1
  return typeof b === 'number' ? 1 : a.localeCompare(b, 'en')
}

function addFilter(table: HTMLTableElement, body: HTMLTableSectionElement): void {
  const input = element('input', { type: 'search', placeholder: 'all lines' })
  const found = element('span', { role: 'status' })
  const texts = new Map([...body.rows].map((row) => [row, (row.textContent ?? '').toLowerCase()]))
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/)
    let lines = 0
    for (const [row, text] of texts) {
      row.hidden = !words.every((word) => text.includes(word))
      if (!row.hidden) lines++
    }
    found.textContent = input.value === '' ? '' : `${lines} of ${texts.size} lines`
  })
  const place = table.closest('.scroll') ?? table
  place.before(element('p', { class: 'filter' }, element('label', {}, 'Show lines with ', input), ' ', found))
}
