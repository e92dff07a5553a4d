import type { History } from '../../model/index.ts'
import type { Fault } from '../finding.ts'
import type { SequentialObject } from '../objects/sequential-object.ts'
import { eventsOf, isPending, type Operation } from '../operations.ts'
import { askedText, enumerated, valueText } from '../text.ts'
import { leastPart } from './least-part.ts'
import { type LegalOrder, legalOrder } from './legal-order.ts'
import { AnyBut, Transitions } from './transitions.ts'

/**
 * A step takes the longer, the more operations there are. So much work is spent on all questions that are asked to find
 * the least part, and a tenth of it at most on one: some seconds.
 */
const workMax = 20_000_000

/** Steps that are spent on what could have been answered. */
const stepsMax = 2000

/** More answers that would do are not listed. */
const answersMax = 3

type Lines = (operations: readonly Operation[]) => Operation[][]

/**
 * Why no order of these operations will do, `lines` saying which orders are looked at and `respecting` what they
 * respect, in words.
 */
export function orderFault(
  history: History,
  operations: readonly Operation[],
  object: SequentialObject,
  lines: Lines,
  respecting: string,
): Fault {
  const stepsOfAllMax = Math.ceil(workMax / operations.length)
  let left = stepsOfAllMax
  const order = (some: readonly Operation[]): LegalOrder => {
    if (left <= 0) return { kind: 'undecided', steps: 0 }
    const found = legalOrder(lines(some), object, Math.min(left, stepsOfAllMax / 10))
    left -= found.steps
    return found
  }
  const { operations: part, isLeast } = leastPart(operations, order)
  const answered = part.filter((each) => !isPending(each))
  const last = answered.reduce((a, b) => (a.responded > b.responded ? a : b))
  const answer = `${askedText(last)} by p_${last.processor} answers ${valueText(last.result)}`
  const doubt = isLeast ? '' : ' (perhaps fewer operations show it: the search for the least was cut short)'
  return { sentence: `${answer}, ${why(part, last)}${doubt}`, part: eventsOf(history, part) }

  function why(part: readonly Operation[], last: Operation): string {
    if (part.length === 1) return 'whatever those invoked before it have done by then, it cannot'
    const others = answersOf(part, last, object, lines)
    const instead = others.length === 0 ? '' : `; ${enumerated(others, 'or')} would`
    return `which fits no order of these ${part.length} operations that respects ${respecting}${instead}`
  }
}

/** What an operation could have answered, the other answers being as they are; a few, as texts. */
function answersOf(
  part: readonly Operation[],
  asked: Operation,
  object: SequentialObject,
  lines: Lines,
): string[] {
  const found: unknown[] = []
  while (found.length <= answersMax) {
    const open = part.map((each) => (each === asked ? { ...each, result: new AnyBut(found) } : each))
    const order = legalOrder(lines(open), object, stepsMax)
    const answer = order.kind === 'found' ? replayed(order.order, asked.id, object) : undefined
    if (answer === undefined) break
    found.push(answer)
  }
  const texts = found.slice(0, answersMax).map(valueText)
  return found.length > answersMax ? [...texts, '…'] : texts
}

function replayed(order: readonly Operation[], id: number, object: SequentialObject): unknown {
  const transitions = new Transitions(order, object, true)
  let state = 0
  for (const [k, operation] of order.entries()) {
    if (operation.id === id) return transitions.resultOf(state, k)
    state = transitions.step(state, k)
  }
  return undefined
}
