import type { Story } from '../../engine/index.ts'
import { assignMarks } from '../charts/sheet/palette.ts'
import type { Drawing } from '../figures/svg.ts'
import { fontFamily } from '../fonts/fonts.ts'
import { html, type Markup } from '../markup.ts'
import { defaultTheme } from '../themes/index.ts'
import { strayArrows } from './fault-marks.ts'
import { heading, timeAxis } from './frame.ts'
import { drawKey, keyOf, keyRows } from './key.ts'
import { layOut } from './layout.ts'
import { eventDot, messageArrow, processorLine } from './marks.ts'
import { operationBars } from './operations.ts'

const { ink, sizes } = defaultTheme

/**
 * The space–time diagram of an execution: a line for each processor, time from left to right, an arrow for each
 * message, a dot for each computation event, a cross for a crash, a broken arrow for what is lost, a bar for each operation: light while it is pending, dark while what it gave
 * is held. The chain of messages that realises the time is drawn bold. States and
 * messages can be read by pointing at them.
 */
export function drawSpaceTime(story: Story): Drawing {
  const types = [...new Set(story.arrows.map(({ message }) => message.type))]
  const { colours } = assignMarks(types, defaultTheme)
  const colourOf = (type: string) => colours[types.indexOf(type)]!
  const key = keyOf(types, colourOf, story)
  const layout = layOut(story, (width) => keyRows(key, width).length)
  const { width, height } = layout
  // The witness is drawn last, so that it lies above the rest.
  const arrows = [...story.arrows].sort(
    (a, b) => Number(story.witness.has(a.id)) - Number(story.witness.has(b.id)),
  )
  const operations =
    story.algorithm.service === undefined
      ? null
      : html`<g clip-path="url(#window)">${layout.lanes.map((lane) => operationBars(story, lane, layout))}</g>`
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" font-size="${sizes.label}" fill="${ink.text}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<defs><clipPath id="window"><rect x="${layout.left - 6}" y="${layout.top - 10}" width="${layout.right - layout.left + 16}" height="${layout.bottom - layout.top + 10}"/></clipPath>${types.flatMap((type, i) => [arrowHead(`head-${i}`, colourOf(type), 8.5), arrowHead(`bold-head-${i}`, colourOf(type), 13)])}</defs>
${heading(story)}
${drawKey(keyRows(key, width))}
${timeAxis(story, layout)}
${layout.lanes.map((lane) => processorLine(story, lane, layout))}${operations}
<g clip-path="url(#window)">${arrows.map((arrow) => messageArrow(arrow, story, layout, types.indexOf(arrow.message.type), colourOf))}${story.steps.flatMap((step) => strayArrows(step, story, layout))}</g>
${layout.lanes.flatMap((lane) => story.steps.filter(({ event }) => event.processor === lane.processor).map((step) => eventDot(step, lane, layout)))}
</svg>`
  return { svg: svg.text, width, height, faces: ['regular', 'semibold'] }
}

const arrowHead = (id: string, colour: string, size: number): Markup =>
  html`<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="${size}" markerHeight="${size}" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 1.2 L9.5 5 L0 8.8 z" fill="${colour}"/></marker>`
