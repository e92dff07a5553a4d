import type { Asked, ObjectFamily } from './sequential-object.ts'

/**
 * One key of a key–value store: a text. `get` answers it, `put` replaces it, `append` adds to its end. The keys are
 * objects of their own.
 */
export const keyValue: ObjectFamily<'key-value'> = {
  name: 'key-value',
  summary: 'for each key: get; put(text); append(text)',
  parameters: {
    initial: { kind: 'text', default: '', description: 'the text of a key that nobody has written to' },
    observes: ({ operation }) => operation === 'get',
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
    within: beginnings,
  }),
}

/** A text only grows, except by `put`: a `get` must answer what begins with the text so far, or with what is put. */
function beginnings(operations: readonly Asked[]): (state: unknown, asked: Asked) => boolean {
  const puts = operations.filter(({ operation }) => operation === 'put').map(({ argument }) => String(argument))
  const replaced = new Map<unknown, boolean>()
  return (state, { operation, result }) => {
    if (operation !== 'get' || typeof result !== 'string') return true
    if (result.startsWith(String(state))) return true
    if (!replaced.has(result))
      replaced.set(
        result,
        puts.some((text) => result.startsWith(text)),
      )
    return replaced.get(result)!
  }
}
