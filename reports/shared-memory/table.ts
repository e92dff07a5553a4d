import type { SharedMoment, SharedStory } from '../../engine/index.ts'
import type { Drawing } from '../figures/svg.ts'
import { fontFamily } from '../fonts/fonts.ts'
import { textWidth } from '../fonts/text-width.ts'
import { html, type Markup } from '../markup.ts'
import { defaultTheme } from '../themes/index.ts'
import {
  breadthAbove,
  forEver,
  heading,
  headingOf,
  legend,
  markOf,
  remoteWords,
  round,
  stepMark,
  variablesUsed,
} from './parts.ts'
import { sectionLooks, sectionSpans } from './sections.ts'
import { accessWords, answerWords, askedWords, valueWords } from './words.ts'

const { ink, sizes } = defaultTheme
const rowHeight = 23
const top = 112

/** A column with its left edge. */
interface Column {
  readonly x: number
  readonly breadth: number
}

/** Where everything stands, in pixels. */
interface Grid {
  /** By processor. */
  readonly lanes: ReadonlyMap<number, Column>
  /** By variable, of those that are shown. */
  readonly values: ReadonlyMap<number, Column>
  readonly right: number
  /** The height of the middle of a row; −1 is that of the initial values. */
  y(place: number): number
}

/**
 * A short execution as a table: a row for each step, a column for each processor, whose line says in which section it is,
 * and the values of the variables beside.
 */
export function drawTable(story: SharedStory): Drawing {
  const { moments } = story
  const grid = layOut(story)
  const above = headingOf(story)
  const width = Math.ceil(Math.max(grid.right, breadthAbove(above, story) + 18) + 18)
  const height = Math.ceil(grid.y(moments.length) + 16)
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" font-size="${sizes.label}" fill="${ink.text}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${heading(above)}
${legend(story, 74)}
${columnHeads(story, grid)}
${repetition(story, grid)}
${sectionSpans(story).map(({ processor, section, from, to }) => {
  const { breadth, colour } = sectionLooks[section]
  const { x } = grid.lanes.get(processor)!
  const [above, below] = [
    grid.y(from),
    grid.y(Math.min(to, moments.length - 1)) + (to === moments.length ? rowHeight / 2 : 0),
  ]
  return html`<rect x="${round(x + 9 - breadth / 2)}" y="${round(above)}" width="${breadth}" height="${round(below - above)}" fill="${colour}"/>`
})}
${moments.map((moment, place) => row(story, grid, moment, place))}
${initialValues(story, grid)}
</svg>`
  return { svg: svg.text, width, height, faces: ['regular', 'semibold'] }
}

function layOut(story: SharedStory): Grid {
  const { moments, processors, first } = story
  let x = 18 + textWidth(String(moments.at(-1)!.number), sizes.label) + 16
  const place = (breadth: number): Column => {
    const column = { x, breadth }
    x += breadth
    return column
  }
  const lanes = new Map(
    processors.map((p) => {
      const texts = moments.filter(({ step }) => step.processor === p).map((one) => rowWords(one, story))
      return [p, place(Math.max(70, ...texts.map((text) => textWidth(text, sizes.label) + 62)))] as const
    }),
  )
  x += 14
  const values = new Map(
    variablesUsed(story).map((v) => {
      const { name, holdsData } = first.variables[v]!
      const held = holdsData ? [first, ...moments].map((one) => valueWords(one.values[v])) : []
      const breadths = held.map((text) => textWidth(text, sizes.label, 'semibold') + 16)
      return [v, place(Math.max(34, textWidth(name, sizes.label) + 16, ...breadths))] as const
    }),
  )
  return { lanes, values, right: x, y: (at) => top + 14 + rowHeight * (at + 1) }
}

function columnHeads({ first }: SharedStory, { lanes, values, right }: Grid): Markup {
  const homes = [...values.keys()].some((v) => first.variables[v]!.home !== null)
  return html`${[...lanes].map(([p, { x }]) => html`<text x="${round(x + 4)}" y="${top - 8}" font-weight="600">p${p}</text>`)}${[...values].map(([v, { x, breadth }]) => html`<text x="${round(x + breadth / 2)}" y="${top - 8}" text-anchor="middle">${first.variables[v]!.name}${homes && first.variables[v]!.home !== null ? html`<title>lives at p${first.variables[v]!.home}</title>` : null}</text>`)}<line x1="18" x2="${round(right)}" y1="${top - 0.5}" y2="${top - 0.5}" stroke="${ink.axis}"/>`
}

function row(story: SharedStory, grid: Grid, moment: SharedMoment, place: number): Markup {
  const { number, time, step, values } = moment
  const y = grid.y(place)
  const { x } = grid.lanes.get(step.processor)!
  const when = time === null ? '' : `, at ${time}`
  const title = `step ${number}${when}: p${step.processor}, ${step.operation} line ${step.line}\n${remoteWords(moment)}`
  return html`<text x="${round(grid.lanes.get(story.processors[0]!)!.x - 16)}" y="${y + 4.5}" text-anchor="end" fill="${ink.muted}">${number}</text><g>${stepMark(markOf(moment), x + 9, y)}<text x="${round(x + 21)}" y="${y + 4.5}"><tspan fill="${ink.muted}">${step.line}</tspan></text><text x="${round(x + 40)}" y="${y + 4.5}"${step.inVain ? html` fill="${ink.muted}"` : null}>${rowWords(moment, story)}</text><title>${title}</title></g>${[...grid.values].map(([v, column]) => value(column, y, values[v]!, v === step.variable && step.kind !== 'read' && step.kind !== 'await'))}`
}

/** What a step does; of an object, with what is asked before its first step and answered after its last one. */
function rowWords(moment: SharedMoment, story: SharedStory): string {
  const [asked, answer] = [askedWords(moment), answerWords(moment)]
  return `${asked === null ? '' : `${asked}: `}${accessWords(moment, story)}${answer === null ? '' : ` ⇒ ${answer}`}`
}

function value({ x, breadth }: Column, y: number, held: unknown, written: boolean): Markup {
  const style = written ? html` font-weight="600"` : html` fill="${ink.muted}" opacity="0.75"`
  return html`<text x="${round(x + breadth / 2)}" y="${y + 4.5}" text-anchor="middle"${style}>${valueWords(held)}</text>`
}

function initialValues({ first }: SharedStory, grid: Grid): Markup {
  return html`${[...grid.values].map(([v, column]) => value(column, grid.y(-1), first.values[v]!, false))}`
}

/** A bracket beside the steps that are repeated for ever. */
function repetition({ header, moments }: SharedStory, grid: Grid): Markup | null {
  const from = moments.findIndex(({ number }) => header.repeats_from !== null && number > header.repeats_from)
  if (from < 0) return null
  const [above, below] = [grid.y(from) - rowHeight / 2 + 2, grid.y(moments.length - 1) + rowHeight / 2 - 2]
  return forEver(above, below)
}
