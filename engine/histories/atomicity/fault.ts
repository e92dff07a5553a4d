import type { History } from '../../model/index.ts'
import type { Fault } from '../finding.ts'
import type { SequentialObject } from '../objects/sequential-object.ts'
import { eventsOf, isPending, type Operation } from '../operations.ts'
import { askedText, enumerated, valueText } from '../text.ts'
import { lateBeginning } from './late-beginning.ts'
import { leastPart } from './least-part.ts'
import { type LegalOrder, legalOrder } from './legal-order.ts'
import { possibleAnswers } from './possible-answers.ts'

/**
 * Steps spent on all questions that are asked to find the least part, and at most a tenth of them on one: some seconds.
 * To begin with a question counts as a step for each operation.
 */
const stepsMax = 400_000

/** Which orders are looked at: those that respect the precedences on each line, and what these are, in words. */
interface Order {
  readonly lines: (operations: readonly Operation[]) => Operation[][]
  readonly respects: string
  /** All operations are on one line, so that whatever is over comes before what has not begun. */
  readonly isByTime: boolean
}

/** Why no order of these operations will do. */
export function orderFault(
  history: History,
  operations: readonly Operation[],
  object: SequentialObject,
  { lines, respects, isByTime }: Order,
): Fault {
  const seek = seeker(lines)
  const whole = { operations, starts: [object] }
  const end = isByTime ? lateBeginning(operations, object, seek) : whole
  const { operations: part, isLeast } = leastPart(end.operations, (some) => seek(some, end.starts))
  const answered = part.filter((each) => !isPending(each))
  const last = answered.reduce((a, b) => (a.responded > b.responded ? a : b))
  const answer = `${askedText(last)} by p_${last.processor} answers ${valueText(last.result)}`
  const doubt = isLeast ? '' : ' (perhaps fewer operations show it: the search for the least was cut short)'
  return { sentence: `${answer}, ${why()}${doubt}`, part: eventsOf(history, part) }

  function why(): string {
    if (part.length === 1) return 'whatever those invoked before it have done by then, it cannot'
    const others = possibleAnswers(part, last, end.starts, lines)
    const instead = others.length === 0 ? '' : `; ${enumerated(others, 'or')} would`
    const before = end.starts.length > 1 ? ', whatever came before' : ''
    return `which fits no order of these ${part.length} operations that respects ${respects}${before}${instead}`
  }
}

/** Looks for orders from some states, until all its steps are spent. */
function seeker(lines: Order['lines']) {
  let left = stepsMax
  return (operations: readonly Operation[], starts: readonly SequentialObject[]): LegalOrder => {
    let undecided = false
    for (const start of starts) {
      if (left <= 0) return { kind: 'undecided', steps: 0 }
      const found = legalOrder(lines(operations), start, Math.min(left, stepsMax / 10))
      left -= found.steps + operations.length
      if (found.kind === 'found') return found
      undecided ||= found.kind === 'undecided'
    }
    return { kind: undecided ? 'undecided' : 'none', steps: 0 }
  }
}
