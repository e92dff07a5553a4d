import { isPending, type Operation } from '../operations.ts'
import type { ObjectFamily, Prospects } from './sequential-object.ts'

/**
 * One key of a key–value store: a text. `get` answers it, `put` replaces it, `append` adds to its end. The keys are
 * objects of their own.
 */
export const keyValue: ObjectFamily<'key-value'> = {
  name: 'key-value',
  summary: 'for each key: get; put(text); append(text)',
  parameters: {
    initial: { kind: 'text', default: '', description: 'the text of a key that nobody has written to' },
  },
  operations: ['get', 'put', 'append'],
  create: ({ initial }) => ({
    name: 'key-value',
    operations: keyValue.operations,
    initial: String(initial),
    apply(state, operation, argument) {
      const text = String(state)
      if (operation === 'get') return { state: text, result: text }
      return { state: operation === 'put' ? String(argument) : text + String(argument) }
    },
    observes: ({ operation }) => operation === 'get',
    prospects: beginnings,
  }),
}

/** A text only grows, except by `put`: a `get` must answer what begins with the text so far, or with what is put. */
function beginnings(operations: readonly Operation[]): Prospects {
  const puts = operations
    .filter(({ operation }) => operation === 'put')
    .map(({ argument }) => String(argument))
  const bound = operations.filter(
    (each) =>
      each.operation === 'get' && !isPending(each) && !puts.some((text) => textIn(each).startsWith(text)),
  )
  return (state, isDone) => bound.every((each) => textIn(each).startsWith(String(state)) || isDone(each))
}

const textIn = ({ result }: Operation): string => String(result ?? '')
