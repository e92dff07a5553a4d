import { forgotten, isPending, type Operation } from '../operations.ts'
import type { LegalOrder } from './legal-order.ts'

/** The least part of a history that no order fits. */
interface LeastPart {
  /** Those whose answers matter and, without an answer, those that the rest needs once one of these is forgotten. */
  readonly operations: readonly Operation[]
  /** False where the budget did not suffice to show that every answer matters. */
  readonly isLeast: boolean
}

/**
 * The least of the operations that are wrong. One is taken out by forgetting its answer: from its invocation on it may
 * then take effect at any time, or never. (Were it left out with its effect, a read would be wrong as soon as the write
 * is gone that it reads from, whatever the reason was.) What is forgotten only makes more orders possible, so that a
 * set of answers is least once none of it can be forgotten; it is found by bisection, one answer that matters after the
 * other, the latest first.
 *
 * `order` looks for an order of such operations; there is none for those given.
 */
export function leastPart(
  operations: readonly Operation[],
  order: (operations: readonly Operation[]) => LegalOrder,
): LeastPart {
  const latestFirst = operations.filter((each) => !isPending(each)).sort((a, b) => b.responded - a.responded)
  const kept = new Set<Operation>()
  const remembering = (some: ReadonlySet<Operation>) =>
    order(operations.map((each) => (some.has(each) ? each : forgotten(each))))
  const isWrong = (count: number) =>
    remembering(new Set([...kept, ...latestFirst.slice(0, count)])).kind === 'none'
  for (let end = latestFirst.length; end > 0 && !isWrong(0); end--) {
    end = leastCount(end, isWrong)
    kept.add(latestFirst[end - 1]!)
  }
  const helpers = helpersOf(operations, kept, order)
  const shown = operations.flatMap((each) =>
    kept.has(each) ? [each] : helpers?.has(each) ? [forgotten(each)] : [],
  )
  return { operations: shown, isLeast: helpers !== null }
}

/**
 * The least of the other operations without which the part would stay wrong when one of its answers is forgotten; null
 * if it is not known that it would not.
 */
function helpersOf(
  operations: readonly Operation[],
  kept: ReadonlySet<Operation>,
  order: (operations: readonly Operation[]) => LegalOrder,
): ReadonlySet<Operation> | null {
  /** By answer that is forgotten, the others that put the rest in order. */
  const needed = (without: Operation, others: ReadonlySet<Operation>): ReadonlySet<number> | null => {
    const some = operations.flatMap((each) =>
      kept.has(each) && each !== without
        ? [each]
        : each === without || others.has(each)
          ? [forgotten(each)]
          : [],
    )
    const found = order(some)
    return found.kind === 'found' ? new Set(found.order.map(({ id }) => id)) : null
  }
  const all = new Set(operations)
  const used = new Set<number>()
  for (const each of kept) {
    const ids = needed(each, all)
    if (ids === null) return null
    for (const id of ids) used.add(id)
  }
  const helpers = new Set(operations.filter((each) => used.has(each.id) && !kept.has(each)))
  for (const helper of [...helpers].reverse()) {
    helpers.delete(helper)
    if ([...kept].some((each) => needed(each, helpers) === null)) helpers.add(helper)
  }
  return helpers
}

/**
 * The least count from 1 to `most` that is enough, given that `most` is and that more never is less. It is looked for
 * from below: what matters is often near.
 */
function leastCount(most: number, isEnough: (count: number) => boolean): number {
  let [low, high] = [0, 1]
  while (high < most && !isEnough(high)) [low, high] = [high, Math.min(most, 2 * high)]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (isEnough(middle)) high = middle
    else low = middle
  }
  return high
}
