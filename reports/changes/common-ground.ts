import type { Row } from '../../experiments/cell/index.ts'

/** The coordinates of a cell that a change of code is likely to show in, the likeliest first. */
const coordinates = [
  'delay',
  'algorithm',
  'topology',
  'wakeup',
  'inputs',
  'weights',
  'clocks',
  'workload',
  'timing',
  'evidence',
  'n',
  'replicate',
] as const

/** Some cells that are told from all others by one coordinate: their values of it. */
export interface CommonGround {
  readonly coordinate: (typeof coordinates)[number]
  readonly values: readonly (string | number | null)[]
  /** Whether every cell with one of these values is among them. */
  readonly all: boolean
}

/**
 * What some rows of a table have in common that sets them apart: the coordinate whose values cover them with the
 * smallest part of all rows; null if every coordinate takes all its values among them.
 */
export function commonGround(some: readonly Row[], all: readonly Row[]): CommonGround | null {
  let best: (CommonGround & { readonly covered: number }) | null = null
  for (const coordinate of coordinates) {
    const values = [...new Set(some.map((row) => row[coordinate] ?? null))]
    const covered = all.filter((row) => values.includes(row[coordinate] ?? null)).length
    if (covered < (best?.covered ?? all.length))
      best = { coordinate, values, covered, all: covered === some.length }
  }
  if (best === null) return null
  const { covered: _, ...ground } = best
  return ground
}
