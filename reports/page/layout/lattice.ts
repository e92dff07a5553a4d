import type { Graph } from '../../../engine/index.ts'
import { type Layout, neighborsOf } from './layout.ts'

/**
 * Grids, tori and hypercubes of any dimension. The first dimension goes right, the second down, the third aslant like
 * the edge of a drawn cube; three more place copies of all that beside, below and behind each other. Channels that
 * wrap round are bent, so that they do not lie on those between. Null if it is no lattice.
 */
export function lattice(network: Graph, kind: 'grid' | 'torus' | 'hypercube'): Layout | null {
  const { n } = network
  const sides = sidesOf(n, stridesOf(network, kind))
  if (sides === null) return null
  const axes = axesOf(sides)
  const x = new Float64Array(n)
  const y = new Float64Array(n)
  for (let p = 0; p < n; p++) {
    let rest = p
    for (const [i, side] of sides.entries()) {
      const step = rest % side
      rest = (rest - step) / side
      x[p]! += step * axes[i]!.x
      y[p]! += step * axes[i]!.y
    }
  }
  const bend = kind === 'torus' ? (p: number, q: number) => bendOf(p, q, sides) : () => 0
  return { x, y, bend, settle: () => false }
}

/** How far apart the numbers of neighbours are, by dimension: the neighbours of the first processor tell. */
function stridesOf(network: Graph, kind: 'grid' | 'torus' | 'hypercube'): number[] {
  const near = neighborsOf(network, 0).sort((a, b) => a - b)
  // In a torus every other one is where its dimension wraps round.
  return kind === 'torus' ? near.filter((_, i) => i % 2 === 0) : near
}

function sidesOf(n: number, strides: readonly number[]): number[] | null {
  const sides = strides.map((stride, i) => (strides[i + 1] ?? n) / stride)
  return strides[0] === 1 && sides.every((side) => Number.isInteger(side) && side > 1) ? sides : null
}

interface Axis {
  readonly x: number
  readonly y: number
}

function axesOf(sides: readonly number[]): Axis[] {
  const axes: Axis[] = []
  let [width, height] = [1, 1]
  for (let i = 0; i < sides.length; i += 3) {
    const [a, b = 1, c = 1] = sides.slice(i, i + 3)
    // The longer of the first two goes right; later ones first go where there is less.
    const across = i === 0 ? b > a! : width > height
    axes.push(
      across ? { x: 0, y: height } : { x: width, y: 0 },
      across ? { x: width, y: 0 } : { x: 0, y: height },
      { x: 0.55 * width, y: -0.37 * height },
    )
    const [columns, rows] = across ? [b, a!] : [a!, b]
    width *= columns + 0.55 * (c - 1) + 0.35
    height *= rows + 0.37 * (c - 1) + 0.35
  }
  return axes.slice(0, sides.length)
}

/** Channels that wrap round pass beside the row that they close; the more of them, the flatter. */
function bendOf(p: number, q: number, sides: readonly number[]): number {
  const apart = Math.abs(p - q)
  let stride = 1
  for (const side of sides) {
    if (apart === stride * (side - 1)) return (p < q ? 1 : -1) * (side === 3 ? 0.22 : 0.55 / side ** 0.6)
    stride *= side
  }
  return 0
}
