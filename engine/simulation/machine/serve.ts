import { IN_INVOCATION } from './doing.ts'
import type { Machine } from './machine.ts'

/**
 * The processor at work is asked for what its clients want by now. What they want later, if anything, is in the times of
 * the clients.
 */
export function serve(machine: Machine): void {
  const clients = machine.clients!
  const { algorithm, current: processor, statuses, states } = machine
  while (clients.times[processor]! <= machine.now) {
    if (statuses.terminated(processor)) return clients.giveUp(processor)
    const request = clients.take(processor)
    const { operation, argument } = request
    clients.exchange.invoke(processor, machine.now, request)
    if (!statuses.awake(processor) && !machine.wakesByMessage()) return
    machine.doing = IN_INVOCATION
    algorithm.uponInvoking![operation]!(machine.processor, states[processor]!, argument)
  }
}
