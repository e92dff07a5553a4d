import type { History } from '../../model/index.ts'
import type { HistoryFinding } from '../finding.ts'
import type { SequentialObject } from '../objects/sequential-object.ts'
import { groupsBy, type Operation, operationsOf } from '../operations.ts'
import { orderFault } from './fault.ts'
import { legalOrder } from './legal-order.ts'
import { givenUp, isSoonLinearizable, type SearchLimits, searchMax } from './linearizable.ts'

/**
 * Whether a history is sequentially consistent (Lamport 1979; Attiya and Welch, section 9.1): as linearizable, but the
 * order need only respect that of the operations of each processor. All objects have to be looked at together, and to
 * decide it is NP-complete: a long history that is not may take more than the budget.
 */
export function sequentiallyConsistent(
  history: History,
  object: SequentialObject,
  { stepsMax = searchMax }: SearchLimits = {},
): HistoryFinding {
  // What is linearizable is sequentially consistent, and that is soon found out.
  if (isSoonLinearizable(history, object, 50_000)) return { kind: 'holds' }
  const operations = operationsOf(history)
  // A wrong object shows sooner when it is looked at alone, and what is right together is right alone.
  const parts = groupsBy(operations, ({ object }) => object)
  let undecided = false
  for (const part of parts.length > 1 ? [...parts, operations] : [operations]) {
    const { kind } = legalOrder(byProcessor(part), object, stepsMax)
    if (kind === 'none') {
      const fault = orderFault(history, part, object, programOrder)
      return { kind: 'wrong', fault }
    }
    undecided = kind === 'undecided'
  }
  return undecided ? givenUp(stepsMax, '') : { kind: 'holds' }
}

const programOrder = {
  lines: (operations: readonly Operation[]) => byProcessor(operations),
  respects: 'the order of each processor',
  isByTime: false,
}

const byProcessor = (operations: readonly Operation[]): Operation[][] =>
  groupsBy(operations, ({ processor }) => processor)
