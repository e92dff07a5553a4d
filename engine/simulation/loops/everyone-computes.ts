import type { Received } from '../../model/index.ts'
import type { Machine } from '../machine/machine.ts'
import type { Watch } from '../machine/watch.ts'
import type { Arrivals } from '../queues/arrivals.ts'
import { isMessage, isWakeUp } from '../transit/parcels.ts'

/**
 * The round of an algorithm that is written in rounds: every processor that is awake, wakes or receives something takes
 * one step with all that it received. Returns whether there was any message.
 */
export function everyoneComputes(
  machine: Machine,
  arrivals: Arrivals,
  endEvent: () => void,
  watch: Watch,
): boolean {
  arrivals.sort()
  const { graph, payloads, statuses, failures } = machine
  const { slots, receivers, payloads: handles, length } = arrivals
  const inbox: Received[] = []
  let anyMessage = false
  let next = 0
  for (let p = 0; p < graph.n && !watch.stopped; p++) {
    if (inbox.length > 0) inbox.length = 0
    let wakes = false
    for (; next < length && receivers[next] === p; next++) {
      const handle = handles[next]!
      if (isWakeUp(handle)) wakes = true
      else if (isMessage(handle))
        inbox.push({ message: payloads.take(handle), from: slots[next]! - graph.firstSlot(p) })
    }
    if (inbox.length > 0) anyMessage = true
    const back = failures?.comesBack(p, machine.now) === true
    if (!statuses.awake(p) && !wakes && !back && inbox.length === 0) continue
    machine.begin(p)
    if (wakes) machine.wake()
    if (machine.now > 0) machine.round(inbox)
    endEvent()
  }
  return anyMessage
}
