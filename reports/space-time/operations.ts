import { crossingText, operationSpans, type Story, timeText } from '../../engine/index.ts'
import { textWidth } from '../fonts/text-width.ts'
import { html, type Markup } from '../markup.ts'
import { defaultTheme } from '../themes/index.ts'
import { barOpacity } from './bar-opacity.ts'
import type { Lane, Layout } from './layout.ts'
import { round } from './round.ts'

const { ink, sizes } = defaultTheme

/** A bar on the line of a processor for each of its operations, and a tick for each of its outputs. */
export function operationBars(story: Story, { processor, y }: Lane, { x, left, right }: Layout): Markup {
  const { service } = story.algorithm
  if (service === undefined) return html``
  const own = story.steps.map(({ event }) => event).filter((event) => event.processor === processor)
  const bars = operationSpans(service, own).map((span) => {
    const { kind, operation, argument, from, to } = span
    const [begin, end] = [Math.max(left, x(from)), Number.isFinite(to) ? x(to) : right]
    const name = crossingText({ kind: 'invocation', operation, argument })
    const words = `p${processor} ${name} at ${timeText(from)}`
    const title =
      kind === 'held'
        ? `p${processor} holds what ${operation} gave, from ${timeText(from)}${Number.isFinite(to) ? ` to ${timeText(to)}` : ''}`
        : `${words}, ${Number.isFinite(to) ? `answers at ${timeText(to)}` : 'does not answer'}`
    const label = argument === undefined ? operation : `${operation} ${String(argument)}`
    const fits = kind === 'pending' && end - begin > textWidth(label, sizes.label) + 10
    return html`<rect x="${round(begin)}" y="${y - 6}" width="${round(Math.max(1.5, end - begin))}" height="12" rx="2" fill="${ink.text}" opacity="${barOpacity[kind]}"><title>${title}</title></rect>${fits ? html`<text x="${round(begin + 6)}" y="${y + 18}" fill="${ink.muted}">${label}</text>` : null}`
  })
  const ticks = own.flatMap(({ time, crossings = [] }) =>
    crossings
      .filter(({ kind }) => kind === 'output')
      .map(
        (output) =>
          html`<path d="M${round(x(time))} ${y - 6} l-4 -7 h8 z" fill="${ink.text}"><title>${`p${processor} ${crossingText(output)} at ${timeText(time)}`}</title></path>`,
      ),
  )
  return html`${bars}${ticks}`
}
