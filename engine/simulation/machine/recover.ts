import { recoveredState } from '../../faults/index.ts'
import type { AnyAlgorithm, Knowledge, Processor } from '../../model/index.ts'
import { IN_INITIAL_STATE, IN_RECOVERY } from './doing.ts'
import type { Failures } from './failures.ts'
import type { Observer } from './observer.ts'
import type { Statuses } from './statuses.ts'

/** The processor at work and what is around it. */
interface AtWork {
  readonly algorithm: AnyAlgorithm
  readonly states: object[]
  readonly statuses: Statuses
  readonly failures: Failures | null
  readonly observer: Observer | null
  readonly processor: Processor
  readonly current: number
  readonly tell: (processor: number) => unknown
  doing: number
}

/** The processor at work comes back after a crash, with what is on stable storage. */
export function recover(machine: AtWork): void {
  const { algorithm, states, statuses, failures, current, observer } = machine
  failures!.recover(current)
  statuses.revive(current)
  observer?.recovers?.()
  machine.doing = IN_INITIAL_STATE
  const initial = algorithm.initially(machine.tell(current) as Knowledge)
  const state = recoveredState(algorithm, states[current]!, initial)
  states[current] = state
  machine.doing = IN_RECOVERY
  algorithm.uponRecovery?.(machine.processor, state)
}
