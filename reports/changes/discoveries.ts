/**
 * Which of many findings count, if of all that count only a part of `rate` is to be due to chance on average, by the
 * chance of each (Benjamini & Hochberg 1995). Null is no finding.
 */
export function discoveries(chances: readonly (number | null)[], rate: number): boolean[] {
  const sorted = chances.filter((chance) => chance !== null).sort((a, b) => a - b)
  const count = sorted.findLastIndex((chance, i) => chance <= (rate * (i + 1)) / sorted.length) + 1
  const limit = count === 0 ? null : sorted[count - 1]!
  return chances.map((chance) => chance !== null && limit !== null && chance <= limit)
}
