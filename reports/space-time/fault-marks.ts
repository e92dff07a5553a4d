import { messageText, type Step, type Story } from '../../engine/index.ts'
import { html, type Markup } from '../markup.ts'
import { defaultTheme } from '../themes/index.ts'
import type { Layout } from './layout.ts'
import { round } from './round.ts'

const { ink } = defaultTheme

/** The colour of what Byzantine processors do. */
export const liarColour = ink.violated

/** A cross, where a processor crashes. */
export function crashMark(x: number, y: number): Markup {
  const [a, b] = [5.5, 2.4]
  return html`<path d="M${x - a} ${y - a} L${x + a} ${y + a} M${x - a} ${y + a} L${x + a} ${y - a}" stroke="#ffffff" stroke-width="${2 * b}"/><path d="M${x - a} ${y - a} L${x + a} ${y + a} M${x - a} ${y + a} L${x + a} ${y - a}" stroke="${ink.violated}" stroke-width="${b}"/>`
}

/** A diamond, where a processor comes back. */
export function recoveryMark(x: number, y: number, colour: string): Markup {
  return html`<path d="M${x - 5.5} ${y} L${x} ${y - 5.5} L${x + 5.5} ${y} L${x} ${y + 5.5} z" fill="#ffffff" stroke="${colour}" stroke-width="1.4"/>`
}

/** How far on its way a message comes that does not get through. */
const reach = { omitted: 0.22, lost: 0.5, unheard: 0.9 } as const

const told = {
  omitted: 'is not sent: the sender leaves it out, or crashes',
  lost: 'is lost on its channel',
  unheard: 'is not heard by its receiver',
} as const

/** A broken arrow for each message of an event that does not get through; it ends in a small cross where that is. */
export function strayArrows(step: Step, { instance }: Story, layout: Layout): Markup[] {
  const { event } = step
  const lane = (p: number) => layout.lanes.find(({ processor }) => processor === p)
  return (event.strays ?? []).flatMap(({ channel, message, fate }) => {
    const to = instance.network.neighbor(event.processor, channel)
    const [from, target] = [lane(event.processor), lane(to)]
    if (from === undefined || target === undefined) return []
    const whole = layout.x(event.time + 1) - layout.x(event.time)
    const x1 = round(layout.x(event.time))
    const x2 = round(layout.x(event.time) + reach[fate] * whole)
    const y2 = round(from.y + reach[fate] * (target.y - from.y))
    const title = `${messageText(message)} from p${event.processor} to p${to}\n${told[fate]}`
    return [
      html`<g stroke="${ink.muted}" stroke-width="1.2"><line x1="${x1}" y1="${from.y}" x2="${x2}" y2="${y2}" stroke-dasharray="4 3"/><path d="M${x2 - 3} ${y2 - 3} L${x2 + 3} ${y2 + 3} M${x2 - 3} ${y2 + 3} L${x2 + 3} ${y2 - 3}"/><title>${title}</title></g>`,
    ]
  })
}
