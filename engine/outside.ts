type Source = Record<string, () => number>

/** What an algorithm must not ask: each answer depends on something outside states and messages. */
const sources: readonly (readonly [holder: object, name: string, title: string])[] = [
  [Math, 'random', 'Math.random'],
  [Date, 'now', 'Date.now'],
  // Not every place where the engine runs has a clock.
  ...('performance' in globalThis
    ? [[Object.getPrototypeOf(performance) as object, 'now', 'performance.now'] as const]
    : []),
]

/** Who answers now; null while nobody does. */
let answers: ((title: string) => number) | null = null

/** What stands in the place of each. */
const stands = sources.map(
  ([, , title]) =>
    () =>
      answers!(title),
)

/**
 * Does some work during which whoever asks for chance or the time gets its answer from `answer`, which is told what is
 * asked. Within work that somebody answers for already, it stays with that.
 */
export function answeringFor<T>(answer: (title: string) => number, work: () => T): T {
  if (answers !== null) return work()
  const originals = put(stands)
  answers = answer
  try {
    return work()
  } finally {
    answers = null
    put(originals)
  }
}

/** Puts functions in the place of those that answer; returns what was there. By assignment, which is cheap. */
function put(functions: readonly (() => number)[]): (() => number)[] {
  return sources.map(([holder, name], i) => {
    const before = (holder as Source)[name]!
    ;(holder as Source)[name] = functions[i]!
    return before
  })
}

/** What is wrong with asking. */
export const mayNotAsk = (title: string): string =>
  `calls ${title}; what a processor does may depend on its state and its messages alone (coins are p.random(), with requires: { coins: true })`
