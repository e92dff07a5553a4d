import { canonicalText } from '../../explore/canonical-text.ts'

/** In how many places two pieces of plain data differ. Of lists, it counts what one has and the other has not, in any order. */
export function differences(a: unknown, b: unknown): number {
  if (Object.is(a, b)) return 0
  if (Array.isArray(a) && Array.isArray(b)) return unpaired(a, b)
  if (!isPlain(a) || !isPlain(b)) return canonicalText(a) === canonicalText(b) ? 0 : 1
  let count = 0
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) count += differences(a[key], b[key])
  return count
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

function unpaired(a: readonly unknown[], b: readonly unknown[]): number {
  const left = new Map<string, number>()
  for (const item of a) left.set(canonicalText(item), (left.get(canonicalText(item)) ?? 0) + 1)
  for (const item of b) left.set(canonicalText(item), (left.get(canonicalText(item)) ?? 0) - 1)
  return [...left.values()].reduce((sum, count) => sum + Math.abs(count), 0)
}
