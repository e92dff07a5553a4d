/**
 * How far each processor of a ring is from the next larger identifier, clockwise: min{d ≥ 1 : id(i + d) > id(i)},
 * and n for the largest. `direction` −1 looks counter-clockwise. O(n) time, by a stack of those still waiting.
 */
export function distancesToLarger(ids: ArrayLike<number>, direction: 1 | -1 = 1): Uint32Array {
  const n = ids.length
  const distances = new Uint32Array(n).fill(n)
  const waiting: number[] = []
  // Walking twice round the ring lets those before the start meet those after it.
  for (let step = 0; step < 2 * n; step++) {
    const i = (((direction * step) % n) + n) % n
    while (waiting.length > 0) {
      const last = waiting.at(-1)!
      const j = (((direction * last) % n) + n) % n
      if (ids[j]! >= ids[i]!) break
      distances[j] = Math.min(distances[j]!, step - last)
      waiting.pop()
    }
    waiting.push(step)
  }
  return distances
}
