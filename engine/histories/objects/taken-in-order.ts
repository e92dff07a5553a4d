import { isPending, type Operation } from '../operations.ts'
import { valueKey } from '../same-value.ts'

/**
 * For queues and stacks: whether what is in one can be taken out in its order, the next one first. It cannot if one was
 * out before another one in front of it was asked for, or if that never is. Says nothing where a value is put in twice.
 */
export function takenInOrder(
  operations: readonly Operation[],
  putting: string,
  taking: string,
): (values: readonly unknown[]) => boolean {
  const put = operations
    .filter(({ operation }) => operation === putting)
    .map(({ argument }) => valueKey(argument))
  const takes = operations.filter(({ operation }) => operation === taking)
  if (new Set(put).size < put.length) return () => true
  const takenBy = new Map(
    takes.filter((each) => !isPending(each)).map((each) => [valueKey(each.result), each] as const),
  )
  /** Somebody may have taken what nobody answered. */
  const anyone = takes.some(isPending)
  const keys = new Map<unknown, string>()
  const keyOf = (value: unknown): string => {
    let key = keys.get(value)
    if (key === undefined) keys.set(value, (key = valueKey(value)))
    return key
  }
  return (values) => {
    let asked = 0
    for (const value of values) {
      const take = takenBy.get(keyOf(value))
      if (take !== undefined && take.responded < asked) return false
      if (take !== undefined) asked = Math.max(asked, take.invoked)
      else if (!anyone) asked = Number.POSITIVE_INFINITY
    }
    return true
  }
}
