/** A mark of a chart, and the place of its run among those that the page knows. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly place: number
  readonly group: boolean
}

/** How much farther than a mark for several runs one for a single run may be, and still be meant. */
const preference = 2

/** The mark nearest to a point, of equally near ones that drawn last; null if none is within reach. */
export function nearest(spots: readonly Spot[], x: number, y: number, reach: number): Spot | null {
  let best: Spot | null = null
  let least = reach
  for (const spot of spots) {
    const distance = Math.hypot(spot.x - x, spot.y - y) + (spot.group ? preference : 0)
    if (distance > least) continue
    best = spot
    least = distance
  }
  return best
}

/**
 * Where an arrow key leads: up and down among the marks above one another, left and right to the nearest in height of
 * the next column. So every mark can be reached. Null for other keys.
 */
export function step(spots: readonly Spot[], from: Spot, key: string): Spot | null {
  const best = (candidates: readonly Spot[], cost: (spot: Spot) => number): Spot =>
    candidates.reduce((a, b) => (cost(b) < cost(a) ? b : a), candidates[0] ?? from)
  const column = (side: number) => {
    const beside = spots.filter(({ x }) => Math.sign(x - from.x) === side)
    const { x } = best(beside, (spot) => Math.abs(spot.x - from.x))
    return best(
      beside.filter((spot) => spot.x === x),
      ({ y }) => Math.abs(y - from.y),
    )
  }
  const inColumn = (side: number) =>
    best(
      spots.filter(({ x, y }) => x === from.x && Math.sign(y - from.y) === side),
      ({ y }) => Math.abs(y - from.y),
    )
  switch (key) {
    case 'ArrowLeft':
      return column(-1)
    case 'ArrowRight':
      return column(1)
    case 'ArrowUp':
      return inColumn(-1)
    case 'ArrowDown':
      return inColumn(1)
    case 'Home':
      return best(spots, ({ x }) => x)
    case 'End':
      return best(spots, ({ x }) => -x)
    default:
      return null
  }
}
