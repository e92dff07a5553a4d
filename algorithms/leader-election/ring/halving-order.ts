/**
 * The identifiers, clockwise, of which half at most are eliminated at a time by comparing each with its two neighbours:
 * ⌊n/2⌋ are larger than both, the same holds of these, and so on until one is left, after ⌊log2 n⌋ comparisons.
 */
export function halvingOrder(n: number): Uint32Array {
  const ids = new Uint32Array(n)
  if (n < 2) return ids
  // Every other processor gets one of the largest identifiers, in an order of the same kind.
  const larger = halvingOrder(Math.floor(n / 2))
  const smaller = n - larger.length
  for (let i = 0; i < n; i++) {
    const half = Math.floor(i / 2)
    // Of an odd number, the last stands beside the first, and both are small.
    ids[i] = i % 2 === 1 ? smaller + larger[half]! : half
  }
  return ids
}
