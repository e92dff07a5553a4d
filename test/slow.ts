/** More seconds than this make a test file slow: the others together take less than a minute on two cores. */
const limit = 0.8

/** The slow files come first, the slowest of all before them, so that at the end no core waits long for another. */
export function slowestFirst(files: readonly string[], slow: Readonly<Record<string, number>>): string[] {
  return files.toSorted((a, b) => (slow[b] ?? 0) - (slow[a] ?? 0))
}

/** The text of `slow.json`: the files that took long, the slowest first, each with its seconds. */
export function measuredSlow(seconds: Readonly<Record<string, number>>): string {
  const slow = Object.entries(seconds)
    .filter(([, took]) => took > limit)
    .map(([file, took]) => [file, Math.round(took)] as const)
    .sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
  return `${JSON.stringify(Object.fromEntries(slow), null, 2)}\n`
}
