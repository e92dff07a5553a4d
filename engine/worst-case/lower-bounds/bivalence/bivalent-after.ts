import type { MessageConfiguration, MessageWorld, Pending } from './message-world.ts'
import type { Valency } from './valency.ts'

/** Configurations that are tried to find one in which both values can still be decided after an event. */
const detour = 200

/**
 * Events that end with one given, after which two values can be decided, the fewest first; null if none were found, and
 * `unknown` if it would take more steps than up to `last` to find them.
 */
export function bivalentAfter(
  world: MessageWorld,
  valency: Valency,
  start: MessageConfiguration,
  event: Pending,
  last: number,
): readonly Pending[] | null | 'unknown' {
  const queue: { readonly at: MessageConfiguration; readonly path: readonly Pending[] }[] = [
    { at: start, path: [] },
  ]
  for (let i = 0; i < queue.length && i < detour; i++) {
    if (world.steps >= last) return 'unknown'
    const { at, path } = queue[i]!
    const after = world.after(at, event)
    if (valency.of(after).size > 1) return [...path, event]
    for (const other of world.ready(at)) {
      const isEvent = other.processor === event.processor && other.message === event.message
      if (!isEvent && queue.length < detour)
        queue.push({ at: world.after(at, other), path: [...path, other] })
    }
  }
  return null
}
