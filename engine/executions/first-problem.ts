/** The first problem that there is with one of the items, in their order; null if there is none. */
export function firstProblem<T>(
  items: readonly T[],
  problem: (item: T, index: number) => string | null,
): string | null {
  for (const [index, item] of items.entries()) {
    const found = problem(item, index)
    if (found !== null) return found
  }
  return null
}
