import { isPending, type Operation } from '../operations.ts'
import { valueKey } from '../same-value.ts'
import type { Prospects } from './sequential-object.ts'

/**
 * For queues and stacks: whether what is in one can be taken out in its order, the next one first, and soon enough for
 * those that have found nothing. It cannot if one was out, or nothing was found, before another one in front was asked
 * for, or if that never is. Says nothing where a value is put in twice.
 */
export function takenInOrder(
  operations: readonly Operation[],
  putting: string,
  taking: string,
  order: 'oldest first' | 'newest first',
): Prospects {
  const put = operations
    .filter(({ operation }) => operation === putting)
    .map(({ argument }) => valueKey(argument))
  if (new Set(put).size < put.length) return () => true
  const takes = operations.filter(({ operation }) => operation === taking)
  const answered = takes.filter((each) => !isPending(each)).sort((a, b) => a.responded - b.responded)
  const takenBy = new Map(answered.map((each) => [valueKey(each.result), each] as const))
  const inVain = answered.filter(({ result }) => result === undefined || result === null)
  /** Somebody may have taken what nobody answered. */
  const anyone = answered.length < takes.length
  /** When the last of these values is asked for; null if they cannot be taken in this order. */
  const lastAsked = (values: readonly unknown[]): number | null => {
    let asked = 0
    for (const value of order === 'oldest first' ? values : values.toReversed()) {
      const take = takenBy.get(valueKey(value))
      if (take !== undefined && take.responded < asked) return null
      if (take !== undefined) asked = Math.max(asked, take.invoked)
      else if (!anyone) asked = Number.POSITIVE_INFINITY
    }
    return asked
  }
  /** By state, of which there is one object each. */
  const known = new WeakMap<object, number | null>()
  return (state, isDone) => {
    const values = state as readonly unknown[]
    let asked = known.get(values)
    if (asked === undefined) known.set(values, (asked = lastAsked(values)))
    const next = inVain.find((each) => !isDone(each))
    return asked !== null && (next === undefined || next.responded > asked)
  }
}
