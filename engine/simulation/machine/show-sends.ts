import type { Machine } from './machine.ts'

/** Shows the observer, if there is one, what is in the outbox, with the times of arrival. */
export function showSends({ observer, outbox, graph, payloads: { messages } }: Machine): void {
  if (observer === null) return
  const { slots, receivers, mirrors, payloads, arrivals, length } = outbox
  for (let i = 0; i < length; i++) {
    const mirror = graph.firstSlot(receivers[i]!) + mirrors[i]!
    observer.sends(slots[i]!, mirror, messages[payloads[i]!]!, arrivals[i]!)
  }
}
