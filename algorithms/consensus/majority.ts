/** What a processor takes where lies leave it nothing better. */
export const byDefault = 0

/** The value of more than half of these; the default if there is none. */
export function majorityOf(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1
    if (2 * count > values.length) return value
    counts.set(value, count)
  }
  return byDefault
}
