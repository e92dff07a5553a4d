import type { Crossing } from '../model/index.ts'
import type { Fields } from './fields.ts'
import { firstProblem } from './first-problem.ts'
import { sameData } from './same-data.ts'

/** What crosses an interface, as a record has it: `["invocation","write",7]`, `["response"]`, `["output","deliver",7]`. */
export function writtenCrossing(crossing: Crossing): readonly unknown[] {
  switch (crossing.kind) {
    case 'invocation':
      return withValue([crossing.kind, crossing.operation], crossing.argument)
    case 'response':
      return withValue([crossing.kind], crossing.result)
    case 'output':
      return withValue([crossing.kind, crossing.output], crossing.value)
  }
}

const withValue = (words: readonly unknown[], value: unknown): readonly unknown[] =>
  value === undefined ? words : [...words, value]

/** The field `interface` of an event; an empty list if there is none. Throws an InputError that names the field. */
export function readCrossings(fields: Fields): readonly Crossing[] {
  return fields.list('interface', Array.isArray, 'lists').map((item: readonly unknown[], i): Crossing => {
    const [kind, second, third] = item
    if (kind === 'response' && item.length <= 2)
      return { kind, ...(second !== undefined && { result: second }) }
    if (typeof second === 'string' && item.length <= 3) {
      if (kind === 'invocation')
        return { kind, operation: second, ...(third !== undefined && { argument: third }) }
      if (kind === 'output') return { kind, output: second, ...(third !== undefined && { value: third }) }
    }
    return fields.fail(
      `interface[${i}]`,
      'must be ["invocation", OPERATION, …], ["response", …] or ["output", NAME, …]',
    )
  })
}

/** What is wrong with what is said to cross the interface in an event, where this does; null if nothing is. */
export function crossingProblem(written: readonly Crossing[], crosses: readonly Crossing[]): string | null {
  const differs = firstProblem(crosses, (crossing, i) => {
    const one = written[i]
    if (one !== undefined && sameData(writtenCrossing(crossing), writtenCrossing(one))) return null
    const expected = JSON.stringify(writtenCrossing(crossing))
    return `interface[${i}] is ${one === undefined ? 'missing' : JSON.stringify(writtenCrossing(one))}, but there must be ${expected}`
  })
  if (differs !== null || written.length <= crosses.length) return differs
  return `interface[${crosses.length}] is ${JSON.stringify(writtenCrossing(written[crosses.length]!))}, but nothing more crosses the interface`
}
