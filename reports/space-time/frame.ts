import { type Story, timeText, topologies } from '../../engine/index.ts'
import { html, type Markup } from '../markup.ts'
import { defaultTheme } from '../themes/index.ts'
import type { Layout } from './layout.ts'
import { round } from './round.ts'

const { ink, sizes } = defaultTheme

/** What ran, on what, and which part of it is shown. */
export function heading({ algorithm, header, instance, from, to }: Story): Markup {
  const { n, m } = instance.network
  const spec = header.cell?.topology
  const network = spec === undefined ? '' : `${topologies.find(spec)?.entry.name ?? spec}, `
  const timing =
    header.timing === 'synchronous'
      ? 'in rounds'
      : `asynchronous, delays ${header.cell?.delay ?? 'as recorded'}`
  const span = from > 0 ? `; times ${timeText(from)} to ${timeText(to)}` : ''
  return html`<text x="18" y="32" font-size="${sizes.title}" font-weight="600">${algorithm.title ?? algorithm.name}</text>
<text x="18" y="52" font-size="${sizes.subtitle}" fill="${ink.muted}">${network}${n} processors, ${m} channels; ${timing}${span}</text>`
}

/** A tick at each whole unit of time, or at every second, fifth, tenth … where these are too dense. */
export function timeAxis({ from, to, header }: Story, { x, left, right, top, bottom }: Layout): Markup {
  const steps = [
    0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000,
  ]
  const least = header.timing === 'synchronous' ? 1 : 0.1
  const step =
    steps.find((step) => step >= least && ((right - left) * step) / (to - from || 1) >= 46) ?? to - from
  const first = Math.ceil(from / step - 1e-9)
  const ticks = Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => (first + i) * step)
  const unit = header.timing === 'synchronous' ? 'round' : 'time'
  return html`${ticks.map((tick) => html`<line x1="${round(x(tick))}" x2="${round(x(tick))}" y1="${top}" y2="${bottom}" stroke="${ink.grid}"/><text x="${round(x(tick))}" y="${bottom + 17}" text-anchor="middle" fill="${ink.muted}">${timeText(tick)}</text>`)}<text x="${(left + right) / 2}" y="${bottom + 36}" text-anchor="middle" font-size="${sizes.axisTitle}">${unit}</text>`
}
