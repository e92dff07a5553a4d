/** What a processor costs that is so far from the next larger identifier clockwise, and so far counter-clockwise. */
type CostOnRing = (clockwise: number, counterclockwise: number) => number

/** Up to so many processors every split of a row is tried: 0.7 s for the largest ring. */
const exactMax = 8192

/**
 * The identifiers, clockwise, for which an algorithm on a ring costs most, if each processor's cost depends on its
 * distances to the next larger identifiers alone, and the largest costs the same everywhere.
 *
 * The largest stands at the start; the others are a row between two larger ones. In a row of L, the largest, with l on
 * its left, is l + 1 and L − l from those at the ends, and parts the others in two such rows: what a row can cost at
 * most is F(L) = max over l of cost(l + 1, L − l) + F(l) + F(L − 1 − l). This takes n²/4 steps. Longer rows than 8192
 * are parted at a power of two; where that was compared with the maximum, on rows eight times as long as those parted
 * exactly, Hirschberg & Sinclair lost less than a tenth.
 */
export function hardestRingOrder(n: number, cost: CostOnRing): Uint32Array {
  const splits = bestSplits(n - 1, cost)
  const ids = new Uint32Array(n)
  // Whoever parts a row gets the next smaller identifier; the rows it leaves are parted later.
  let next = n - 1
  ids[0] = next--
  const rows: (readonly [number, number])[] = [[1, n - 1]]
  for (let row = rows.pop(); row !== undefined; row = rows.pop()) {
    const [begin, length] = row
    if (length === 0) continue
    const left = splits[length]!
    ids[begin + left] = next--
    rows.push([begin + left + 1, length - 1 - left], [begin, left])
  }
  return ids
}

/** By length, how many stand left of the largest of a row that costs most. */
function bestSplits(longest: number, cost: CostOnRing): Uint32Array {
  const splits = new Uint32Array(longest + 1)
  const most = new Float64Array(longest + 1)
  const costOf = (length: number, left: number): number =>
    cost(left + 1, length - left) + most[left]! + most[length - 1 - left]!
  for (let length = 1; length <= longest; length++) {
    let best = length > exactMax ? 2 ** Math.floor(Math.log2(length / 2)) : 0
    // What is left of the middle mirrors what is right of it.
    if (length <= exactMax)
      for (let left = 1; 2 * left < length; left++)
        if (costOf(length, left) > costOf(length, best)) best = left
    splits[length] = best
    most[length] = costOf(length, best)
  }
  return splits
}
