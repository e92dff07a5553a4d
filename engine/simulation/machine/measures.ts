import type { Measures } from '../../model/index.ts'
import { bitSizes } from './bit-sizes.ts'
import type { Machine } from './machine.ts'

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
  const { messages, compEvents, initiators, sentMax } = machine
  const messagesByType = machine.payloads.sent()
  const bits = totalBits(machine, messagesByType)
  const time = lastProcessed / timeUnit
  return { messages, messagesByType, bits, time, delayMax, timeUnit, compEvents, initiators, sentMax }
}

/** Null if the algorithm does not declare the sizes of its messages. */
function totalBits(
  { algorithm, instance }: Machine,
  messagesByType: Readonly<Record<string, number>>,
): number | null {
  if (algorithm.bits === undefined) return null
  const figures = bitSizes(instance)
  let bits = 0
  for (const [type, count] of Object.entries(messagesByType))
    bits += count === 0 ? 0 : count * algorithm.bits[type]!(figures)
  return bits
}
