import type { SequentialObject } from '../objects/sequential-object.ts'
import type { Operation } from '../operations.ts'
import { valueText } from '../text.ts'
import { legalOrder } from './legal-order.ts'
import { AnyBut, Transitions } from './transitions.ts'

/** More answers are not listed. */
const answersMax = 3

/** Steps that are spent on each. */
const stepsMax = 20_000

/** What an operation could have answered, the other answers being as they are, from one of some states; a few, as texts. */
export function possibleAnswers(
  part: readonly Operation[],
  asked: Operation,
  starts: readonly SequentialObject[],
  lines: (operations: readonly Operation[]) => Operation[][],
): string[] {
  const found: unknown[] = []
  for (const start of starts)
    while (found.length <= answersMax) {
      const open = part.map((each) => (each === asked ? { ...each, result: new AnyBut(found) } : each))
      const order = legalOrder(lines(open), start, stepsMax)
      const answer = order.kind === 'found' ? replayed(order.order, asked.id, start) : undefined
      if (answer === undefined) break
      found.push(answer)
    }
  const texts = found.slice(0, answersMax).map(valueText)
  return found.length > answersMax ? [...texts, 'others'] : texts
}

/** What the operation answers when they are carried out in this order. */
function replayed(order: readonly Operation[], id: number, object: SequentialObject): unknown {
  const transitions = new Transitions(order, object, true)
  let state = 0
  for (const [k, operation] of order.entries()) {
    if (operation.id === id) return transitions.resultOf(state, k)
    state = transitions.step(state, k)
  }
  return undefined
}
