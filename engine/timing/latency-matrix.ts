import { InputError } from '../errors.ts'
import { frameOf } from '../topology/files/matrix-shape.ts'
import type { DataFile, DataRow } from './data-file.ts'
import { LatencyReader, numberOf } from './latency.ts'
import { listColumns, listTitle } from './latency-list.ts'

/** Latencies between hosts, row by row; NaN where none was measured, as on the diagonal. */
interface LatencyMatrix {
  /** What the file is: “a matrix with labels”. */
  readonly title: string
  readonly hosts: number
  /** For how many pairs of hosts the file has a place. */
  readonly places: number
  readonly latencies: Float64Array
}

/** The rows of a matrix without labels around them, of which row i begins at column starts[i]. */
interface Rows {
  readonly title: string
  readonly hosts: number
  readonly rows: readonly DataRow[]
  /** Column by which the first field of row i stands, less the number of labels before it. */
  readonly begin: (index: number) => number
  /** Which row of the matrix is row i. */
  readonly host: (index: number) => number
}

/** A matrix, with labels or without, one half of it, or a list “from to latency”. */
export function readLatencyMatrix(file: DataFile): LatencyMatrix {
  const columns = listColumns(file)
  const matrix = columns === null ? fromRows(asRows(file)) : fromList(file, columns)
  if (matrix.latencies.every(Number.isNaN))
    throw new InputError(`${file.path} holds no positive latency between two hosts`)
  return matrix
}

/** The file as a matrix of as many rows as columns, or null. */
export function asSquare(file: DataFile): LatencyMatrix | null {
  const rows = withoutFrame(file.rows)
  return rows.length > 1 && rows.every(({ fields }) => fields.length === rows.length)
    ? fromRows({
        title: squareTitle(file, rows),
        hosts: rows.length,
        rows,
        begin: () => 0,
        host: (index) => index,
      })
    : null
}

const squareTitle = ({ rows }: DataFile, body: readonly DataRow[]): string =>
  body === rows ? 'a matrix' : 'a matrix with labels'

/** Without the labels of hosts in the first row, in the first column or in both. */
function withoutFrame(rows: readonly DataRow[]): readonly DataRow[] {
  if (hasEmptyDiagonal(rows)) return rows
  const { before, header } = frameOf(
    rows.map((row, i) => row.fields.map((text, j) => plainText(row, text, i + j))),
  )
  const body = header === null ? rows : rows.slice(1)
  return before === 0 ? body : body.map((row) => ({ ...row, fields: row.fields.slice(1) }))
}

/** A field without its unit; what is empty is a missing number, unless it is the corner between labels. */
function plainText({ decimalCommas }: DataRow, text: string, distance: number): string {
  const number = numberOf(text, decimalCommas)
  if (!Number.isNaN(number)) return String(number)
  return text === '' && distance > 0 ? '-' : text
}

/** Whether the diagonal is empty and its first field no corner: the first row is not one of labels, such as 0, 1, 2. */
function hasEmptyDiagonal(rows: readonly DataRow[]): boolean {
  const [, ...others] = rows[0]!.fields.map((text) => numberOf(text, rows[0]!.decimalCommas))
  const areNumbers =
    others.every((number, i) => number === i) || others.every((number, i) => number === i + 1)
  return !areNumbers && !others.some(Number.isNaN) && rows.every(({ fields }, i) => fields[i] === '')
}

function asRows(file: DataFile): Rows {
  const { rows } = file
  const triangle = asTriangle(rows)
  if (triangle !== null) return triangle
  const body = withoutFrame(rows)
  const hosts = body.length
  const odd = body.find(({ fields }) => fields.length !== hosts)
  if (odd !== undefined)
    throw new InputError(
      `${odd.place} has ${odd.fields.length} fields; a matrix of ${hosts} rows needs ${hosts}`,
    )
  return { title: squareTitle(file, body), hosts, rows: body, begin: () => 0, host: (index) => index }
}

/**
 * The upper or the lower half: each row is shorter than the one before by a field, to the last one, or longer. Zeros on
 * the diagonal belong to it; where there are none, it was left out.
 */
function asTriangle(rows: readonly DataRow[]): Rows | null {
  const k = rows.length
  const widths = rows.map(({ fields }) => fields.length)
  if (k < 2) return null
  const upper = widths.every((width, i) => width === k - i)
  const lower = widths.every((width, i) => width === i + 1)
  if (!upper && !lower) return null
  const isZero = (row: DataRow, at: number) => !(numberOf(row.fields.at(at)!, row.decimalCommas) > 0)
  const diagonal = rows.every((row) => isZero(row, upper ? 0 : -1))
  const hosts = diagonal ? k : k + 1
  const title = `the ${upper ? 'upper' : 'lower'} half of a matrix`
  if (upper) return { title, hosts, rows, begin: (i) => (diagonal ? i : i + 1), host: (i) => i }
  return { title, hosts, rows, begin: () => 0, host: (i) => (diagonal ? i : i + 1) }
}

function fromRows({ title, hosts, rows, begin, host }: Rows): LatencyMatrix {
  const reader = new LatencyReader()
  const latencies = new Float64Array(hosts * hosts).fill(Number.NaN)
  let places = 0
  for (const [index, row] of rows.entries())
    for (let field = 0; field < row.fields.length; field++) {
      const [from, to] = [host(index), begin(index) + field]
      if (from === to) continue
      latencies[from * hosts + to] = reader.read(row, field)
      places++
    }
  return { title, hosts, places, latencies }
}

function fromList(
  { rows }: DataFile,
  { from, to, latency, header }: NonNullable<ReturnType<typeof listColumns>>,
): LatencyMatrix {
  const list = rows.slice(header)
  const hostOf = new Map<string, number>()
  for (const { fields } of list)
    for (const name of [fields[from], fields[to]])
      if (!hostOf.has(name ?? '')) hostOf.set(name ?? '', hostOf.size)
  const hosts = hostOf.size
  const reader = new LatencyReader()
  const latencies = new Float64Array(hosts * hosts).fill(Number.NaN)
  for (const row of list) {
    const [a, b] = [row.fields[from] ?? '', row.fields[to] ?? '']
    const at = hostOf.get(a)! * hosts + hostOf.get(b)!
    if (a === b) continue
    if (!Number.isNaN(latencies[at]!))
      throw new InputError(`${row.place}: there is a latency from ${a} to ${b} already`)
    latencies[at] = reader.read(row, latency)
  }
  return { title: listTitle('latency', header), hosts, places: hosts * (hosts - 1), latencies }
}
