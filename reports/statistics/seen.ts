/** Characters that no font shows, that XML has no place for, or that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unseen = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/
const allUnseen = new RegExp(unseen, 'g')

/**
 * A value in whose texts every character can be seen: control characters are shown as their codes, such as \u001b. Texts
 * come from files and from users' algorithms, and may hold anything. What has none is given back as it is.
 */
export function seen<T>(value: T): T {
  if (typeof value === 'string') return (unseen.test(value) ? value.replace(allUnseen, code) : value) as T
  if (typeof value !== 'object' || value === null) return value
  const list = Array.isArray(value)
  let changed: Record<string, unknown> | unknown[] | null = null
  for (const [key, before] of Object.entries(value)) {
    const after = seen(before)
    if (after === before) continue
    changed ??= list ? [...(value as unknown[])] : { ...(value as Record<string, unknown>) }
    ;(changed as Record<string, unknown>)[key] = after
  }
  return (changed ?? value) as T
}

const code = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
