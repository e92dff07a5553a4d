/** What a deterministic algorithm must not ask: each answer depends on something outside the states. */
const outside: readonly (readonly [object, string, string])[] = [
  [Math, 'random', 'Math.random'],
  [Date, 'now', 'Date.now'],
  [performance, 'now', 'performance.now'],
]

/** Which of the functions above was called last. */
let asked: string | null = null

/**
 * Does some work during which whoever asks for chance or the time is noted, and always answered by 0. That is for the
 * whole of an exploration, since it is dear to begin and end.
 */
export function watchingChance<T>(work: () => T): T {
  const originals = outside.map(([holder, name]) => Object.getOwnPropertyDescriptor(holder, name))
  for (const [holder, name, title] of outside)
    Object.defineProperty(holder, name, {
      configurable: true,
      value: () => {
        asked = title
        return 0
      },
    })
  try {
    return work()
  } finally {
    for (const [i, [holder, name]] of outside.entries()) {
      const original = originals[i]
      if (original === undefined) Reflect.deleteProperty(holder, name)
      else Object.defineProperty(holder, name, original)
    }
  }
}

/** What a piece of the algorithm's code has called of this, while chance is watched; null if nothing. */
export function askedFor(code: () => void): string | null {
  asked = null
  code()
  return asked
}
