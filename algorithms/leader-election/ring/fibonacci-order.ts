/** How many of 1, 2, 3, 5, 8 … are at most n. */
export function phasesMax(n: number): number {
  let phases = 0
  for (let [a, b] = [1, 2]; a <= n; [a, b] = [b, a + b]) phases++
  return phases
}

/**
 * The identifiers, clockwise, that keep most active in each phase of Peterson's alternating election, for as many phases
 * as there can be.
 *
 * It goes backward from the one that is left, which gets the largest. An odd phase lets all stay that follow a smaller
 * one, so before it there was another, smaller one between any two where that was not so; an even phase lets the
 * followers of larger ones stay, each for the identifier of the one before it, so there was another, smaller one between
 * any two that stand in ascending order. All that are not needed come at last, where the first phase eliminates them.
 */
export function fibonacciOrder(n: number): Uint32Array {
  let ring = [n - 1]
  let next = n - 2
  for (let phase = phasesMax(n) - 1; phase >= 1; phase--) {
    const before: number[] = []
    for (const [i, id] of ring.entries()) {
      const ascends = ring.at(i - 1)! < id
      if (ring.length === 1 || ascends === (phase % 2 === 0)) before.push(next--)
      before.push(id)
    }
    ring = before
  }
  // The first of all was put there for the first phase; what descends from it is eliminated with it.
  const rest = Array.from({ length: next + 1 }, (_, i) => next - i)
  const at = ring.findIndex((id, i) => id < ring.at(i - 1)!)
  return Uint32Array.from([...ring.slice(0, at + 1), ...rest, ...ring.slice(at + 1)])
}
