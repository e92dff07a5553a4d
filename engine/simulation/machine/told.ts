import { ModelError } from '../../errors.ts'
import { Detector } from '../../faults/index.ts'
import type { AnyAlgorithm, Detected, Instance, Processor } from '../../model/index.ts'
import type { Exchange } from '../../services/index.ts'
import type { Clients } from './clients.ts'
import type { Failures } from './failures.ts'
import type { Marks } from './marks.ts'
import type { Observer } from './observer.ts'
import { oracle } from './oracle.ts'
import type { Timers } from './timers.ts'

/** What is neither a message nor a matter of states. */
export type Outside = Pick<
  Processor,
  'mark' | 'respond' | 'output' | 'clock' | 'setTimer' | 'suspects' | 'leader'
>

/** Who is at work, when, and who listens. */
interface AtWork {
  readonly algorithm: AnyAlgorithm
  readonly instance: Instance
  readonly failures: Failures | null
  readonly observer: Observer | null
  readonly marks: Marks
  readonly clients: Clients | null
  readonly timers: Timers | null
  readonly current: number
  readonly now: number
}

/** What the processor at work tells those outside: what it comes to, what it answers, what it gives. */
export function told(machine: AtWork): Outside {
  const exchange = (does: string): Exchange => {
    if (machine.clients !== null) return machine.clients.exchange
    throw new ModelError(`${does}, but the algorithm offers no service; declare service and uponInvoking`)
  }
  const timers = (does: string): Timers => {
    if (machine.timers !== null) return machine.timers
    throw new ModelError(`${does}, but the algorithm does not declare requires: { clocks: true }`)
  }
  return {
    mark: (name) => machine.marks.make(name, machine.current, machine.now),
    respond: (result) => exchange('responds').respond(machine.current, machine.now, result),
    output: (name, value) =>
      exchange(`gives the output “${name}”`).output(machine.current, machine.now, name, value),
    clock: () => timers('reads its clock').read(machine.current, machine.now),
    setTimer: (name, duration) => timers('sets a timer').set(machine.current, machine.now, name, duration),
    ...oracle(machine.algorithm, detection(machine)),
  }
}

/** What the failure detector says to the processor at work; the same for as long as an event lasts. */
function detection(machine: AtWork): () => Detected | undefined {
  const { algorithm, instance, failures } = machine
  const detector = Detector.of(algorithm, instance.network, failures?.plan ?? null)
  let latest: { readonly processor: number; readonly now: number; readonly said: Detected } | null = null
  if (detector === null) return () => undefined
  return () => {
    const { current: processor, now } = machine
    if (latest?.processor !== processor || latest.now !== now) {
      latest = { processor, now, said: detector.at(processor, now) }
      machine.observer?.detects?.(latest.said)
    }
    return latest.said
  }
}
