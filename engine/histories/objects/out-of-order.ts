import { isPending, type Operation } from '../operations.ts'
import { valueKey } from '../same-value.ts'

/** A value that was put in once and taken out once. */
interface Passing {
  readonly put: Operation
  readonly take: Operation
}

/** All pairs of more values are not looked at. */
const valuesMax = 2000

/**
 * For queues and stacks in which no value is put twice: two values that come out in the wrong order, by the operations
 * that put and take them; of several such pairs the one that shows first. `wrong` says whether `a` and `b` are such.
 */
export function outOfOrder(
  operations: readonly Operation[],
  putting: string,
  taking: string,
  wrong: (a: Passing, b: Passing) => boolean,
): readonly Operation[] | null {
  const puts = new Map<string, Operation>()
  for (const each of operations) {
    if (each.operation !== putting) continue
    const key = valueKey(each.argument)
    if (puts.has(key)) return null
    puts.set(key, each)
  }
  const passing = operations.flatMap((take): Passing[] => {
    const put = take.operation === taking && !isPending(take) ? puts.get(valueKey(take.result)) : undefined
    return put === undefined ? [] : [{ put, take }]
  })
  if (passing.length > valuesMax) return null
  let first: readonly Operation[] | null = null
  let end = Number.POSITIVE_INFINITY
  for (const a of passing)
    for (const b of passing) {
      const last = Math.max(a.take.responded, b.take.responded)
      if (last >= end || !wrong(a, b)) continue
      end = last
      first = [a.put, b.put, a.take, b.take].sort((one, other) => one.invoked - other.invoked)
    }
  return first
}

/** Whether one operation is over before another one begins. */
export const isBefore = (a: Operation, b: Operation): boolean => a.responded < b.invoked
