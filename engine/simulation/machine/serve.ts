import { ModelError } from '../../errors.ts'
import type { Processor } from '../../model/index.ts'
import type { Exchange } from '../../services/index.ts'
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
    if (!statuses.awake(processor) && !machine.wakesByMessage()) return clients.giveUp(processor)
    const { operation, argument } = clients.take(processor)
    machine.doing = IN_INVOCATION
    clients.exchange.invoke(processor, machine.now, operation, argument)
    algorithm.uponInvoking![operation]!(machine.processor, states[processor]!, argument)
  }
}

/** What the processor at work tells those outside: what it comes to, what it answers, what it gives. */
export function told(
  machine: Pick<Machine, 'marks' | 'clients' | 'current' | 'now'>,
): Pick<Processor, 'mark' | 'respond' | 'output'> {
  const exchange = (does: string): Exchange => {
    if (machine.clients !== null) return machine.clients.exchange
    throw new ModelError(`${does}, but the algorithm offers no service; declare service and uponInvoking`)
  }
  return {
    mark: (name) => machine.marks.make(name, machine.current, machine.now),
    respond: (result) => exchange('responds').respond(machine.current, machine.now, result),
    output: (name, value) =>
      exchange(`gives the output “${name}”`).output(machine.current, machine.now, name, value),
  }
}
