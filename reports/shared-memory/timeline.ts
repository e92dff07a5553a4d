import { isSharedObject, type SharedMoment, type SharedStory } from '../../engine/index.ts'
import type { Drawing } from '../figures/svg.ts'
import { fontFamily } from '../fonts/fonts.ts'
import { textWidth } from '../fonts/text-width.ts'
import { html, type Markup } from '../markup.ts'
import { defaultTheme } from '../themes/index.ts'
import {
  breadthAbove,
  heading,
  headingOf,
  legend,
  markOf,
  remoteWords,
  round,
  stepMark,
  variablesUsed,
} from './parts.ts'
import { operationSpans, sectionLooks, sectionSpans } from './sections.ts'
import { accessWords, valueWords } from './words.ts'

const { ink, sizes } = defaultTheme
const top = 104
const laneHeight = 24
/** Above the bar of an operation stands what is asked and answered. */
const operationHeight = 36
const rowHeight = 19
/** So many variables have a line of their own below those of the processors. */
const variablesMax = 12

/** Where everything stands, in pixels. */
interface Frame {
  readonly left: number
  readonly right: number
  readonly lanes: ReadonlyMap<number, number>
  readonly rows: ReadonlyMap<number, number>
  readonly bottom: number
  x(place: number): number
}

/**
 * A long execution: steps from left to right, a line for each processor that says in which section it is, and below the
 * values of the variables, if there are not too many.
 */
export function drawTimeline(story: SharedStory): Drawing {
  const frame = layOut(story)
  const above = headingOf(story)
  const width = Math.ceil(Math.max(frame.right, breadthAbove(above, story) + 18) + 24)
  const height = Math.ceil(frame.bottom + 46)
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" font-size="${sizes.label}" fill="${ink.text}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${heading(above)}
${legend(story, 74)}
${axis(story, frame)}
${[...frame.lanes].map(([p, y]) => html`<text x="${round(frame.left - 14)}" y="${y + 4.5}" text-anchor="end">p${p}</text>`)}
${sectionSpans(story).map(({ processor, section, from, to }) => {
  const { breadth, colour, name } = sectionLooks[section]
  const [start, stop] = [frame.x(from), frame.x(to)]
  const y = frame.lanes.get(processor)!
  return html`<rect x="${round(start)}" y="${y - breadth / 2}" width="${round(stop - start)}" height="${breadth}" fill="${colour}"><title>p${processor}, ${name}</title></rect>`
})}
${operations(story, frame)}
${story.moments.map((moment, place) => mark(story, frame, moment, place))}
${[...frame.rows].map(([v, y]) => values(story, frame, v, y))}
</svg>`
  return { svg: svg.text, width, height, faces: ['regular', 'semibold'] }
}

function layOut(story: SharedStory): Frame {
  const { algorithm, moments, processors, first } = story
  const used = variablesUsed(story)
  const shown = used.length <= variablesMax ? used : []
  const names = [...processors.map((p) => `p${p}`), ...shown.map((v) => first.variables[v]!.name)]
  const left = 32 + Math.max(...names.map((name) => textWidth(name, sizes.label)))
  const gap = Math.min(16, Math.max(2, 1500 / moments.length))
  const height = isSharedObject(algorithm) ? operationHeight : laneHeight
  const lanes = new Map(processors.map((p, i) => [p, top + height * (i + 1) - laneHeight / 2]))
  const below = top + height * processors.length + 12
  const rows = new Map(shown.map((v, i) => [v, below + rowHeight * (i + 0.5)]))
  return {
    left,
    right: left + gap * (moments.length + 1),
    lanes,
    rows,
    bottom: shown.length === 0 ? below - 8 : below + rowHeight * shown.length + 4,
    x: (place) => left + gap * (place + 1),
  }
}

/** What is asked and answered, above the line of the processor, where there is room. */
function operations(story: SharedStory, { x, lanes, right }: Frame): Markup {
  return html`${operationSpans(story).map(({ processor, text, from, to, next }) => {
    const fits = textWidth(text, sizes.legend) + 4 < (next === null ? right : x(next)) - x(from)
    const title = html`<title>p${processor}: ${text}</title>`
    const y = lanes.get(processor)!
    return html`${fits ? html`<text x="${round(x(from) - 4)}" y="${y - 8}" font-size="${sizes.legend}">${text}</text>` : null}<rect x="${round(x(from))}" y="${y - 8}" width="${round(Math.max(1, x(to) - x(from)))}" height="16" fill="transparent">${title}</rect>`
  })}`
}

/** The step’s mark, with what it does to be read by pointing at it. Where there is no room, only remote ones have marks. */
function mark(
  story: SharedStory,
  { x, lanes, left }: Frame,
  moment: SharedMoment,
  place: number,
): Markup | null {
  const { step, remote, number } = moment
  const room = x(0) - left
  const radius = Math.min(4, room / 2.4)
  if (radius < 1.6 && !remote.cc) return null
  const y = lanes.get(step.processor)!
  return html`<g>${stepMark(markOf(moment), x(place), y, round(radius))}<title>${`step ${number}: p${step.processor}, line ${step.line}: ${accessWords(moment, story)}\n${remoteWords(moment)}`}</title></g>`
}

/** A variable’s value, written where it changes and there is room. */
function values({ first, moments }: SharedStory, { x, left, right }: Frame, v: number, y: number): Markup {
  const stretches: { value: unknown; from: number; to: number }[] = [
    { value: first.values[v]!, from: left, to: right },
  ]
  for (const [place, { values, step }] of moments.entries()) {
    const last = stretches.at(-1)!
    if (step.variable !== v || values[v] === last.value) continue
    last.to = x(place)
    stretches.push({ value: values[v]!, from: x(place), to: right })
  }
  return html`<text x="${round(left - 14)}" y="${y + 4.5}" text-anchor="end" fill="${ink.muted}">${first.variables[v]!.name}</text>${stretches.map(
    ({ value, from, to }, i) => {
      const text = valueWords(value)
      const fits = textWidth(text, sizes.label) + 5 < to - from
      return html`<rect x="${round(from)}" y="${y - rowHeight / 2 + 2}" width="${round(Math.max(0.5, to - from - 1))}" height="${rowHeight - 4}" fill="${i % 2 === 0 ? '#f0f0ee' : '#dfe6ea'}"><title>${first.variables[v]!.name} = ${text}</title></rect>${fits ? html`<text x="${round(from + 4)}" y="${y + 4.5}">${text}</text>` : null}`
    },
  )}`
}

/** The numbers of the steps. */
function axis({ moments }: SharedStory, { x, left, right, bottom }: Frame): Markup {
  const room = x(1) - x(0)
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((every) => every * room >= 42) ?? 2000
  const ticks = [...moments.entries()].filter(([, { number }]) => number % step === 0)
  return html`${ticks.map(([place, { number }]) => html`<line x1="${round(x(place))}" x2="${round(x(place))}" y1="${top - 8}" y2="${bottom}" stroke="${ink.grid}"/><text x="${round(x(place))}" y="${bottom + 17}" text-anchor="middle" fill="${ink.muted}">${number}</text>`)}<text x="${round((left + right) / 2)}" y="${bottom + 36}" text-anchor="middle" font-size="${sizes.axisTitle}">step</text>`
}
