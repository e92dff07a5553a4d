import type { StabilisingMoment, StabilisingStory } from '../../engine/index.ts'
import type { Drawing } from '../figures/svg.ts'
import { fontFamily } from '../fonts/fonts.ts'
import { textWidth } from '../fonts/text-width.ts'
import { html, type Markup } from '../markup.ts'
import { forEver, heading, round } from '../shared-memory/parts.ts'
import { defaultTheme } from '../themes/index.ts'
import { ramp } from '../themes/ramp.ts'
import { headingOf } from './words.ts'

const { ink, sizes } = defaultTheme
const top = 112
const legitimateColour = defaultTheme.series[2]!.colour
/** The largest breadth of a cell, its height, and how much of a page all of them may take, in pixels. */
const cell = { breadth: 34, height: 24, allBreadth: 960, allHeight: 1500 }
/** In a cell of this size there is room for a number, for a frame, and for a dot. */
const room = { number: 16, frame: 11, dot: 5 }

/** Where everything stands, in pixels. */
interface Grid {
  readonly left: number
  readonly breadth: number
  readonly height: number
  /** By state. */
  readonly colours: readonly string[]
}

/**
 * An execution of a self-stabilising algorithm as a table: a row for each configuration, a column for each processor, a shade for
 * each state. Who has moved in the step to a configuration has a frame, who is privileged there a dot; a bar at the right stands
 * beside legitimate configurations. Where there are many, cells are small: without numbers, then without frames and dots.
 */
export function drawStabilisation(story: StabilisingStory): Drawing {
  const { moments, processors } = story
  const grid = layOut(story)
  const above = headingOf(story)
  const right = grid.left + grid.breadth * processors.length
  const width = Math.ceil(
    Math.max(right + 24, legendBreadth() + 36, ...headingBreadths(above).map((x) => x + 36)),
  )
  const bottom = top + grid.height * moments.length
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.ceil(bottom + 18)}" viewBox="0 0 ${width} ${Math.ceil(bottom + 18)}" font-family="${fontFamily}" font-size="${sizes.label}" fill="${ink.text}">
<rect width="${width}" height="${Math.ceil(bottom + 18)}" fill="#ffffff"/>
${heading(above)}
${legend(grid, 74)}
${columnHeads(story, grid)}
${repetition(story, grid)}
${moments.map((moment, place) => row(story, grid, moment, place))}
${moments.map((moment, place) => (moment.legitimate ? legitimateBar(right + 5, top + grid.height * place, grid.height) : null))}
</svg>`
  return { svg: svg.text, width, height: Math.ceil(bottom + 18), faces: ['regular', 'semibold'] }
}

function layOut({ header, moments, processors }: StabilisingStory): Grid {
  const number = String(moments.at(-1)!.number)
  // The darkest part of the ramp would hide numbers and dots.
  const colours = ramp(2 * header.k + 1).slice(0, header.k)
  return {
    left: 18 + textWidth(number, sizes.label) + 12,
    breadth: Math.min(cell.breadth, Math.max(2, cell.allBreadth / processors.length)),
    height: Math.min(cell.height, Math.max(2, cell.allHeight / moments.length)),
    colours,
  }
}

const isRoomy = ({ breadth, height }: Grid, size: number): boolean => Math.min(breadth, height) >= size

/** Every so many columns or rows have a number. */
const every = (size: number): number =>
  [1, 2, 5, 10, 20, 50, 100, 200, 500].find((count) => count * size >= 20) ?? 1000

function columnHeads({ processors }: StabilisingStory, { left, breadth }: Grid): Markup {
  const shown = every(breadth / 1.4)
  return html`${processors.map((p, i) => (i % shown === 0 ? html`<text x="${round(left + breadth * (i + 0.5))}" y="${top - 8}" text-anchor="middle" font-weight="600">p${p}</text>` : null))}`
}

function row(story: StabilisingStory, grid: Grid, moment: StabilisingMoment, place: number): Markup {
  const { left, height } = grid
  const y = top + height * place
  const number =
    moment.number % every(height) === 0
      ? html`<text x="${round(left - 8)}" y="${round(y + height / 2 + 4.5)}" text-anchor="end" fill="${ink.muted}">${moment.number}</text>`
      : null
  return html`${number}${story.processors.map((p, i) => stateCell(grid, moment, p, left + grid.breadth * i, y))}`
}

function stateCell(grid: Grid, moment: StabilisingMoment, p: number, x: number, y: number): Markup {
  const { breadth, height, colours } = grid
  const state = moment.states[p]!
  const from = moment.moved.find(([mover]) => mover === p)?.[1]
  const isPrivileged = moment.privileged.includes(p)
  const [midX, midY] = [x + breadth / 2, y + height / 2]
  const gap = isRoomy(grid, room.frame) ? 1 : 0
  const title = `after step ${moment.number}, p${p}: ${from === undefined ? '' : `${from} → `}${state}${isPrivileged ? ', privileged' : ''}`
  const frame = from === undefined || gap === 0 ? null : html` stroke="${ink.text}" stroke-width="1.8"`
  const square = html`<rect x="${round(x + gap)}" y="${round(y + gap)}" width="${round(breadth - 2 * gap)}" height="${round(height - 2 * gap)}" fill="${colours[state]!}"${frame}/>`
  const weight = from === undefined ? null : html` font-weight="600"`
  const text = isRoomy(grid, room.number)
    ? html`<text x="${round(midX)}" y="${round(midY + 4.5)}" text-anchor="middle"${weight}>${state}</text>`
    : null
  const dot = isPrivileged && isRoomy(grid, room.dot) ? privilegeDot(grid, x, y) : null
  return html`<g>${square}${text}${dot}<title>${title}</title></g>`
}

/** In the corner beside a number, else in the middle. */
function privilegeDot(grid: Grid, x: number, y: number): Markup {
  const { breadth, height } = grid
  if (isRoomy(grid, room.number)) return dot(x + breadth - 6.5, y + 6.5, 2.6)
  return dot(x + breadth / 2, y + height / 2, Math.min(breadth, height) / 4)
}

const dot = (x: number, y: number, radius: number): Markup =>
  html`<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${ink.violated}"/>`

const legitimateBar = (x: number, y: number, height: number): Markup =>
  html`<rect x="${round(x)}" y="${round(y)}" width="4" height="${round(height)}" fill="${legitimateColour}"><title>legitimate</title></rect>`

function repetition({ header, moments }: StabilisingStory, { height }: Grid): Markup | null {
  const { repeats_from: first } = header
  if (first === null) return null
  const from = moments.findIndex(({ number }) => number >= first)
  return from < 0 ? null : forEver(top + height * from + 2, top + height * moments.length - 2)
}

const legendTexts = ['has moved', 'privileged', 'legitimate configuration'] as const

const legendBreadth = (): number =>
  legendTexts.reduce((sum, text) => sum + 14 + 7 + textWidth(text, sizes.legend) + 20, 0)

/** What marks mean, of those that there is room for. */
function legend(grid: Grid, y: number): Markup {
  let x = 18
  const rooms = [room.frame, room.dot, 0]
  const symbols = [
    (at: number) =>
      html`<rect x="${round(at)}" y="${y - 6}" width="14" height="12" fill="none" stroke="${ink.text}" stroke-width="1.8"/>`,
    (at: number) => dot(at + 7, y, 2.6),
    (at: number) => legitimateBar(at + 5, y - 7, 14),
  ]
  const entries = legendTexts.map((text, i) => {
    if (!isRoomy(grid, rooms[i]!)) return null
    const at = x
    x += 14 + 7 + textWidth(text, sizes.legend) + 20
    return html`${symbols[i]!(at)}<text x="${round(at + 21)}" y="${y + 4.5}" font-size="${sizes.legend}">${text}</text>`
  })
  return html`${entries}`
}

const headingBreadths = ({ title, setting, verdict }: ReturnType<typeof headingOf>): number[] => [
  textWidth(title, sizes.title, 'semibold'),
  textWidth(setting, sizes.subtitle) +
    (verdict === null ? 0 : 16 + textWidth(verdict, sizes.subtitle, 'semibold')),
]
