import { SaxesParser } from 'saxes'
import { faceOf } from '../../../reports/fonts/fonts.ts'
import { textWidth } from '../../../reports/fonts/text-width.ts'
import { after, identity, type Matrix, mapped, matrixOf, type Point } from './polygons.ts'

/** Where in a figure something is: in the key of the figure or of a panel, or elsewhere. */
interface Place {
  readonly key: 'figure' | 'panel' | null
  readonly panel: number
}

/** A line of text; its corners by the metrics of the font that draws it. */
export interface Text extends Place {
  readonly text: string
  readonly size: number
  readonly box: readonly Point[]
}

/** A line with its dash, or a mark at a point. */
export interface Line extends Place {
  readonly points: readonly Point[]
  readonly stroke: string
  /** Empty for a whole line. */
  readonly dash: string
}

interface Mark extends Place {
  readonly at: Point
}

/** What is seen in a drawing, in units of its view box. */
export interface Shapes {
  /** In points. */
  readonly height: number
  /** How large a unit is in print, in points. */
  readonly unit: number
  readonly view: readonly [x: number, y: number, width: number, height: number]
  readonly texts: readonly Text[]
  readonly lines: readonly Line[]
  readonly marks: readonly Mark[]
}

type Attributes = Readonly<Record<string, string>>

/** What encloses an element. */
interface Scope extends Place {
  readonly matrix: Matrix
  /** The class of the nearest group of marks. */
  readonly kind: string
}

/** The share of the font's size that letters take above their line and below. */
const letters = { above: 0.68, below: 0.18 } as const

/** Reads a drawing as Vega writes it. */
export function shapesIn(svg: string): Shapes {
  const texts: Text[] = []
  const lines: Line[] = []
  const marks: Mark[] = []
  let root: Attributes = {}
  const scopes: Scope[] = [{ matrix: identity, kind: '', key: null, panel: 0 }]
  let open: { attributes: Attributes; scope: Scope; runs: Run[]; line: number } | null = null
  const italics: boolean[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const given = attributes as Attributes
    if (name === 'svg') root = given
    const scope = inside(scopes.at(-1)!, given)
    scopes.push(scope)
    if (name === 'text') open = { attributes: given, scope, runs: [], line: 0 }
    if (name === 'tspan' && open !== null) {
      if (given.dy !== undefined) open.line += Number.parseFloat(given.dy)
      italics.push(given['font-style'] === 'italic')
    }
    const { key, panel } = scope
    const dash = given['stroke-dasharray'] ?? ''
    const stroke = given.stroke ?? ''
    if (name === 'line' && scope.kind.includes('role-mark')) {
      const end = { x: Number(given.x2 ?? 0), y: Number(given.y2 ?? 0) }
      lines.push({
        key,
        panel,
        stroke,
        dash,
        points: [{ x: 0, y: 0 }, end].map((at) => mapped(scope.matrix, at)),
      })
    }
    if (name !== 'path' || given.d === undefined) return
    if (scope.kind.includes('mark-line')) {
      const corners = [...given.d.matchAll(/[ML]([-\d.e]+),([-\d.e]+)/g)].map(([, x, y]) => ({
        x: Number(x),
        y: Number(y),
      }))
      lines.push({ key, panel, stroke, dash, points: corners.map((at) => mapped(scope.matrix, at)) })
    }
    if (scope.kind.includes('mark-symbol role-mark'))
      marks.push({ key, panel, at: mapped(scope.matrix, { x: 0, y: 0 }) })
  })
  parser.on('text', (text) => {
    open?.runs.push({ text, italic: italics.includes(true), line: open.line })
  })
  parser.on('closetag', ({ name }) => {
    scopes.pop()
    if (name === 'tspan') italics.pop()
    if (name !== 'text' || open === null) return
    texts.push(...linesOf(open))
    open = null
  })
  parser.write(svg).close()
  const view = root.viewBox!.split(' ').map(Number) as [number, number, number, number]
  const points = (length: string) => (length.endsWith('in') ? 72 : 0.75) * Number.parseFloat(length)
  return { height: points(root.height!), unit: points(root.width!) / view[2], view, texts, lines, marks }
}

function inside(scope: Scope, { transform, class: kind = '' }: Attributes): Scope {
  const [, key] = / key_(figure|panel)_/.exec(kind) ?? []
  const [, panel] = / concat_(\d+)_group/.exec(kind) ?? []
  return {
    matrix: after(scope.matrix, matrixOf(transform)),
    kind: kind.startsWith('mark-') ? kind : scope.kind,
    key: (key as Scope['key'] | undefined) ?? (kind.startsWith('mark-') ? null : scope.key),
    panel: panel === undefined ? scope.panel : Number(panel),
  }
}

interface Run {
  readonly text: string
  readonly italic: boolean
  /** How far below the first line of the text it stands. */
  readonly line: number
}

/** The lines of a text, each with its box. */
function linesOf({
  attributes,
  scope,
  runs,
}: {
  attributes: Attributes
  scope: Scope
  runs: readonly Run[]
}): Text[] {
  const size = Number.parseFloat(attributes['font-size']!)
  const { key, panel } = scope
  return [...new Set(runs.map(({ line }) => line))].map((line) => {
    const own = runs.filter((run) => run.line === line)
    const face = (italic: boolean) =>
      faceOf(attributes['font-weight'], italic ? 'italic' : attributes['font-style'])
    const width = own.reduce((sum, { text, italic }) => sum + textWidth(text, size, face(italic)), 0)
    const left = { start: 0, middle: -width / 2, end: -width }[attributes['text-anchor'] ?? 'start'] ?? 0
    const corners = [
      { x: left, y: line - letters.above * size },
      { x: left + width, y: line - letters.above * size },
      { x: left + width, y: line + letters.below * size },
      { x: left, y: line + letters.below * size },
    ]
    const text = own.map((run) => run.text).join('')
    return { key, panel, text, size, box: corners.map((at) => mapped(scope.matrix, at)) }
  })
}
