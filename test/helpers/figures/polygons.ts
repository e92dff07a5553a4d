/** A point of a drawing, y downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** An affine map: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First the inner map, then the outer. */
export const after = ([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix => [
  a * p + c * q,
  b * p + d * q,
  a * r + c * s,
  b * r + d * s,
  a * t + c * u + e,
  b * t + d * u + f,
]

export const mapped = ([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
})

/** The map that an attribute `transform` of Vega says: moves and turns, one after the other. */
export function matrixOf(transform: string | undefined): Matrix {
  let matrix = identity
  for (const [, name, list] of (transform ?? '').matchAll(/(translate|rotate)\(([^)]*)\)/g)) {
    const [p = 0, q = 0] = list!.split(/[\s,]+/).map(Number)
    const turn = (p * Math.PI) / 180
    const step: Matrix =
      name === 'translate'
        ? [1, 0, 0, 1, p, q]
        : [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0]
    matrix = after(matrix, step)
  }
  return matrix
}

/** Whether two convex polygons overlap by more than `slack`: no line between them keeps them apart. */
export function overlap(one: readonly Point[], other: readonly Point[], slack = 0): boolean {
  if (apart(one, other, 'x') || apart(one, other, 'y')) return false
  return ![...normals(one), ...normals(other)].some((normal) => {
    const [a, b] = [one, other].map((polygon) => {
      const along = polygon.map(({ x, y }) => x * normal.x + y * normal.y)
      return { from: Math.min(...along), to: Math.max(...along) }
    })
    return a!.to - slack <= b!.from || b!.to - slack <= a!.from
  })
}

/** The directions across the sides, of length 1. A segment has one side; across its ends is along it. */
function normals(polygon: readonly Point[]): Point[] {
  return polygon.flatMap((from, i) => {
    const to = polygon[(i + 1) % polygon.length]!
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    if (length === 0) return []
    const across = { x: (to.y - from.y) / length, y: (from.x - to.x) / length }
    return polygon.length === 2 ? [across, { x: across.y, y: -across.x }] : [across]
  })
}

/** Whether all of one is left of all of the other, or above it: what is seen at once. */
function apart(one: readonly Point[], other: readonly Point[], axis: 'x' | 'y'): boolean {
  let [from, to, otherFrom, otherTo] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const point of one) {
    from = Math.min(from, point[axis])
    to = Math.max(to, point[axis])
  }
  for (const point of other) {
    otherFrom = Math.min(otherFrom, point[axis])
    otherTo = Math.max(otherTo, point[axis])
  }
  return to < otherFrom || otherTo < from
}
