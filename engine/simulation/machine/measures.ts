import type { Measures } from '../../model/index.ts'
import type { Machine } from './machine.ts'
import { totalSizes } from './message-sizes.ts'

/** What a loop knows when it ends. */
export interface LoopEnd {
  /** When the last message was processed, before scaling. */
  readonly lastProcessed: number
  readonly delayMax: number
  /** What times are divided by: 1, or the largest delay where delays are unbounded. */
  readonly timeUnit: number
}

/** What an execution has cost. */
export function measuresOf(machine: Machine, { lastProcessed, delayMax, timeUnit }: LoopEnd): Measures {
  const { algorithm, instance, messages, compEvents, initiators, sentMax } = machine
  const messagesByType = machine.payloads.sent()
  const added = machine.actions.sizes?.total ?? null
  const { bits = null, bitsMax = null } = totalSizes(algorithm, instance, messagesByType, added) ?? {}
  const time = lastProcessed / timeUnit
  const marks = machine.marks.times(timeUnit)
  return {
    messages,
    messagesByType,
    bits,
    bitsMax,
    time,
    marks,
    delayMax,
    timeUnit,
    compEvents,
    initiators,
    sentMax,
  }
}
