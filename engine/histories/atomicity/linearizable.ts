import type { History } from '../../model/index.ts'
import type { HistoryFinding } from '../finding.ts'
import type { SequentialObject } from '../objects/sequential-object.ts'
import { forgotten, groupsBy, isPending, type Operation, operationsOf } from '../operations.ts'
import { orderFault } from './fault.ts'
import { type LegalOrder, legalOrder } from './legal-order.ts'

/** Steps of a search, unless another budget is given: some seconds at most. */
export const searchMax = 1_000_000

/** How far to search. */
export interface SearchLimits {
  /** Steps of the object that are looked at. Default: a million. */
  readonly stepsMax?: number
}

/**
 * Whether a history is linearizable (Herlihy and Wing 1990; Attiya and Welch, section 9.1): the operations can be put in
 * an order in which each answers as the sequential object does, and one that was answered before another one was
 * invoked comes first. Operations without an answer may have taken effect or not. A history is linearizable exactly if
 * the part of each of its objects is, so that each is looked at alone; all begin alike.
 */
export function linearizable(
  history: History,
  object: SequentialObject,
  { stepsMax = searchMax }: SearchLimits = {},
): HistoryFinding {
  let undecided: HistoryFinding | null = null
  for (const operations of byObject(history)) {
    const few = object.refutation?.(operations) ?? null
    const kind = few === null ? legalOrder([operations], object, stepsMax).kind : 'none'
    if (kind === 'none') {
      const wrong = few ?? shortestWrong(operations, (some) => legalOrder([some], object, stepsMax))
      const fault = orderFault(history, wrong, object, byTime)
      return { kind: 'wrong', fault }
    }
    if (kind === 'undecided') undecided ??= givenUp(stepsMax, operations[0]!.object)
  }
  return undecided ?? { kind: 'holds' }
}

/** Whether it is, as far as a search of so many steps for each object can tell. */
export const isSoonLinearizable = (history: History, object: SequentialObject, stepsMax: number): boolean =>
  byObject(history).every((operations) => legalOrder([operations], object, stepsMax).kind === 'found')

const byTime = {
  lines: (operations: readonly Operation[]) => [[...operations]],
  respects: 'real time',
  isByTime: true,
}

const byObject = (history: History): Operation[][] => groupsBy(operationsOf(history), ({ object }) => object)

/** What is said when a budget is spent. */
export function givenUp(stepsMax: number, object: string): HistoryFinding {
  const where = object === '' ? '' : ` at object ${object}`
  return { kind: 'undecided', sentence: `the search was given up after ${stepsMax} steps${where}` }
}

/** The shortest beginning of a history that is wrong; those that are answered later are pending in it. */
function shortestWrong(
  operations: readonly Operation[],
  order: (operations: readonly Operation[]) => LegalOrder,
): Operation[] {
  const ends = operations
    .filter((each) => !isPending(each))
    .map(({ responded }) => responded)
    .sort((a, b) => a - b)
  const until = (end: number) =>
    operations
      .filter(({ invoked }) => invoked <= end)
      .map((each) => (each.responded <= end ? each : forgotten(each)))
  let [low, high] = [-1, ends.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (order(until(ends[middle]!)).kind === 'none') high = middle
    else low = middle
  }
  return until(ends[high]!)
}
