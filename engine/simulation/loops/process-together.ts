import type { Machine } from '../machine/machine.ts'
import { isDue } from '../machine/serve.ts'
import type { Watch } from '../machine/watch.ts'
import type { Arrivals } from '../queues/arrivals.ts'
import { isInvocation, isMessage, isWakeUp } from '../transit/parcels.ts'

/**
 * What happens at one instant: one computation event for each processor that something reaches then. Returns whether any
 * of it was a message. Invocations come at the end of an event; what was due and is no more, is none.
 */
export function processTogether(
  machine: Machine,
  arrivals: Arrivals,
  endEvent: () => void,
  watch: Watch,
): boolean {
  arrivals.sort()
  const { slots, receivers, payloads, length } = arrivals
  let anyMessage = false
  for (let i = 0; i < length && !watch.stopped; ) {
    const receiver = receivers[i]!
    let end = i
    while (end < length && isInvocation(payloads[end]!) && receivers[end] === receiver) end++
    const alone = end > i && (end === length || receivers[end] !== receiver)
    if (alone && !isDue(machine, receiver)) {
      i = end
      continue
    }
    machine.begin(receiver)
    for (; i < length && receivers[i] === receiver; i++) {
      const payload = payloads[i]!
      if (isMessage(payload)) {
        machine.receive(slots[i]! - machine.firstSlot, payload)
        anyMessage = true
      } else if (isWakeUp(payload)) machine.wake()
    }
    endEvent()
  }
  return anyMessage
}
