import type { Execution, Measures } from '../../model/index.ts'
import type { OperationCosts } from '../../services/index.ts'
import type { ChannelLoads } from './channel-loads.ts'
import type { Machine } from './machine.ts'
import type { Synchrony } from './marks.ts'
import { messagePeaks, totalSizes } from './message-sizes.ts'

/** What a loop knows when it ends. */
export interface LoopEnd {
  /** When the last message was processed, before scaling. */
  readonly lastProcessed: number
  readonly delayMax: number
  /** What times are divided by: 1, or the largest delay where delays are unbounded. */
  readonly timeUnit: number
  /** In partial synchrony, when delays become bounded. */
  readonly synchrony?: Synchrony | null
  /** The last round, where there are rounds. */
  readonly rounds?: number
}

/** What an execution has cost; `bitsLoad` is the most that a channel carried in a round. */
export function measuresOf(
  machine: Machine,
  { lastProcessed, delayMax, timeUnit, synchrony = null }: LoopEnd,
  bitsLoad: number | null = null,
  operations: OperationCosts | null = null,
): Measures {
  const { algorithm, instance, messages, compEvents, initiators, sentMax } = machine
  const messagesByType = machine.payloads.sent()
  const added = machine.actions.sizes?.total ?? null
  const { bits = null, bitsMax = null } = totalSizes(algorithm, instance, messagesByType, added) ?? {}
  const time = lastProcessed / timeUnit
  const { failures } = machine
  const hasFailed = failures && ((processor: number) => failures.failed.has(processor))
  const marks = machine.marks.times(timeUnit, hasFailed, synchrony)
  return {
    messages,
    messagesByType,
    bits,
    bitsMax,
    bitsLoad,
    time,
    marks,
    delayMax,
    timeUnit,
    compEvents,
    initiators,
    sentMax,
    ...(failures !== null && { faulty: failures.failed.size }),
    ...(operations !== null && { operations: operations.measures(timeUnit) }),
  }
}

/** The messages and the loads of channels that were larger than all before them. */
export function peaksOf(
  { algorithm, instance, actions }: Machine,
  { messagesByType }: Measures,
  loads: ChannelLoads | null,
): NonNullable<Execution['peaks']> {
  return {
    'bits:max': messagePeaks(algorithm, instance, messagesByType, actions.sizes?.peaks ?? []),
    'bits:load': loads?.peaks ?? [],
  }
}
