import type { SequentialObject } from '../objects/sequential-object.ts'
import { forgotten, isPending, type Operation } from '../operations.ts'
import type { LegalOrder } from './legal-order.ts'

/** The end of a history, and the object in all states that its beginning may have left. */
interface LateBeginning {
  readonly operations: readonly Operation[]
  readonly starts: readonly SequentialObject[]
}

/** Shorter histories are looked at from their beginning. */
const shortMax = 100

/**
 * The shortest end of a long history that is wrong whatever state the object was in: what came before does not matter.
 * Only for objects of few states. Operations that were answered before are left out, and those that were still going on
 * may have taken effect or not. Everything, from the initial state, where no shorter end is wrong in all.
 *
 * `order` looks for an order of operations from one of some states.
 */
export function lateBeginning(
  operations: readonly Operation[],
  object: SequentialObject,
  order: (operations: readonly Operation[], starts: readonly SequentialObject[]) => LegalOrder,
): LateBeginning {
  const all = { operations, starts: [object] }
  if (object.states === undefined || operations.length <= shortMax) return all
  const starts = object.states(operations).map((initial) => ({ ...object, initial }))
  const ends = operations.filter((each) => !isPending(each)).sort((a, b) => b.invoked - a.invoked)
  const since = (count: number) => {
    const { invoked } = ends[count - 1]!
    return operations.flatMap((each) =>
      each.invoked >= invoked ? [each] : each.responded > invoked ? [forgotten(each)] : [],
    )
  }
  const isWrong = (count: number) => order(since(count), starts).kind === 'none'
  let [low, high] = [0, 8]
  while (high < ends.length && !isWrong(high)) [low, high] = [high, 2 * high]
  if (high >= ends.length) return all
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (isWrong(middle)) high = middle
    else low = middle
  }
  return { operations: since(high), starts }
}
