import { barOpacity } from '../../space-time/bar-opacity.ts'
import type { Condition, Run } from '../replay/run.ts'
import { element } from './dom.ts'
import type { Inks } from './inks.ts'

const conditions: readonly (readonly [Condition, string])[] = [
  ['asleep', 'asleep'],
  ['awake', 'awake'],
  ['changed', 'its state has changed'],
  ['terminated', 'terminated'],
]

/** What the colours and marks of the pictures mean. */
export function legend(inks: Inks, types: readonly string[], run: Run): HTMLElement[] {
  const seen = new Set<Condition>(['asleep', ...run.events.map(({ condition }) => condition)])
  return [
    ...types.map((type, i) => entry('type', inks.types[i % inks.types.length]!, inks.paper, type)),
    ...conditions
      .filter(([condition]) => seen.has(condition))
      .map(([condition, name]) => entry(condition, inks.fills[condition], inks.rims[condition], name)),
    ...(seen.has('crashed') ? [struckOut(inks)] : []),
    ...(run.liars.size > 0 ? [entry('liar', inks.paper, inks.failed, 'Byzantine')] : []),
    ...(run.events.some(({ strays }) => strays.length > 0)
      ? [entry('stray', inks.paper, inks.muted, 'broken: not sent, or lost')]
      : []),
    ...(run.algorithm.requires.root ? [entry('root', inks.fills.asleep, inks.muted, 'root')] : []),
    ...operations(inks, run),
    entry('bold', inks.text, inks.text, 'bold: the messages that the time is made of'),
  ]
}

/** Bars and triangles, where processors are used. */
function operations(inks: Inks, { algorithm: { service } }: Run): HTMLElement[] {
  if (service === undefined) return []
  const { operations, outputs = [] } = service
  const all = Object.values(operations)
  const bars: readonly (readonly [keyof typeof barOpacity, string])[] = [
    ...(all.some(({ unanswered }) => unanswered !== true)
      ? [['pending', 'an operation until it is answered'] as const]
      : []),
    ...(all.some(({ followedBy }) => followedBy !== undefined)
      ? [['held', 'what it gave is held'] as const]
      : []),
  ]
  return [
    ...bars.map(([kind, name]) => {
      const made = entry('bar', inks.text, inks.text, name)
      ;(made.firstChild as HTMLElement).style.opacity = String(barOpacity[kind])
      return made
    }),
    ...(outputs.length > 0 ? [entry('output', inks.text, inks.text, outputs.join(', '))] : []),
  ]
}

function struckOut({ failed }: Inks): HTMLElement {
  const made = entry('crashed', 'none', failed, 'crashed')
  const mark = made.firstChild as HTMLElement
  mark.textContent = '✕'
  mark.style.color = failed
  return made
}

function entry(kind: string, fill: string, rim: string, name: string): HTMLElement {
  const mark = element('i', { class: kind, 'aria-hidden': 'true' })
  mark.style.background = fill
  mark.style.borderColor = rim
  return element('span', {}, mark, name)
}
