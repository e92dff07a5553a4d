import type { Call } from '../../model/index.ts'
import { IN_INVOCATION, IN_TIMEOUT } from './doing.ts'
import type { Machine } from './machine.ts'

/** Whether something is due by now at a processor: it comes back, a timer goes off, or its clients want something. */
export function isDue({ statuses, clients, timers, failures, now }: Machine, processor: number): boolean {
  if (failures?.comesBack(processor, now)) return true
  if (statuses.terminated(processor)) return false
  return (
    (clients !== null && clients.times[processor]! <= now) ||
    (timers !== null && timers.next[processor]! <= now)
  )
}

/** At the processor at work, timers go off that are due; then it is asked for what its clients want by now. */
export function serve(machine: Machine): void {
  if (machine.timers !== null) goOff(machine, machine.timers)
  if (machine.clients !== null) ask(machine, machine.clients)
}

function goOff(machine: Machine, timers: NonNullable<Machine['timers']>): void {
  const { algorithm, current: processor, statuses, states, observer } = machine
  while (timers.next[processor]! <= machine.now && statuses.awake(processor)) {
    const name = timers.take(processor, machine.now)!
    observer?.timesOut?.(name)
    machine.doing = IN_TIMEOUT
    algorithm.uponTimeout![name]!(machine.processor, states[processor]!)
  }
}

/** What clients want later, if anything, is in their times. */
function ask(machine: Machine, clients: NonNullable<Machine['clients']>): void {
  const { current: processor, statuses } = machine
  while (clients.times[processor]! <= machine.now) {
    if (statuses.terminated(processor)) return clients.giveUp(processor)
    if (!invoke(machine, clients, clients.take(processor))) return
  }
}

/** The processor at work is asked for an operation. False if it has terminated as it woke. */
export function invoke(machine: Machine, { exchange }: NonNullable<Machine['clients']>, call: Call): boolean {
  const { algorithm, current: processor, statuses, states } = machine
  const { operation, argument } = call
  exchange.invoke(processor, machine.now, call)
  if (!statuses.awake(processor) && !machine.wakesByMessage()) return false
  machine.doing = IN_INVOCATION
  algorithm.uponInvoking![operation]!(machine.processor, states[processor]!, argument)
  return true
}
