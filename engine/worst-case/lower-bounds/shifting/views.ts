import type { RecordedEvent } from '../../../executions/format.ts'
import type { Channel, Crossing, Finding, Message } from '../../../model/index.ts'
import type { Graph } from '../../../topology/graph.ts'

/** One computation event as its processor sees it. */
interface Step {
  /** What its clock shows. */
  readonly clock: number
  readonly wakes: boolean
  readonly received: readonly { readonly channel: Channel; readonly message: Message }[]
  readonly timeouts: readonly string[]
  readonly crossings: readonly Crossing[]
  readonly sent: readonly { readonly channel: Channel; readonly message: Message }[]
  readonly terminates: boolean
}

/** All that a processor sees of an execution: its own events, in order, with what its clock shows. */
export type View = readonly Step[]

/** The views of all processors, whose clocks are ahead of the time by so much. */
export function viewsOf(events: readonly RecordedEvent[], network: Graph, ahead: readonly number[]): View[] {
  const views = ahead.map((): Step[] => [])
  const letters: { readonly channel: Channel; readonly message: Message }[] = []
  for (const { processor, time, wakes, processed, sent, ...rest } of events) {
    views[processor]!.push({
      clock: time + ahead[processor]!,
      wakes,
      received: processed.map((number) => letters[number]!),
      timeouts: rest.timeouts ?? [],
      crossings: rest.crossings ?? [],
      sent: sent.map(({ channel, message }) => ({ channel, message })),
      terminates: rest.terminates,
    })
    for (const { channel, message } of sent)
      letters.push({ channel: network.mirror(processor, channel), message })
  }
  return views
}

/**
 * Whether every processor sees the same of two executions; else who does not, and where they first differ. The second may have
 * been cut short, and is then looked at as far as it goes.
 */
export function sameViews(
  one: readonly View[],
  other: readonly View[],
  until: 'the end' | 'as far as it goes' = 'the end',
): Finding {
  for (const [p, whole] of one.entries()) {
    const steps = other[p]!
    const view = until === 'the end' ? whole : whole.slice(0, steps.length)
    const at = view.findIndex((step, i) => !alike(step, steps[i]))
    if (at >= 0)
      return `p_${p} sees something else in its event ${at}, when its clock shows ${view[at]!.clock}`
    if (steps.length > view.length) return `p_${p} goes on after its event ${view.length - 1}`
  }
  return true
}

/** Whether two values are the same but for the rounding of times in them. */
function alike(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => alike((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  )
}
