import type { Random } from '../../random.ts'
import type { StoredGraph } from '../../topology/stored-graph.ts'

/** The orders of processors that anyone would try first, and a random one. */
export function naturalOrders(graph: StoredGraph, random: Random): readonly Uint32Array[] {
  const { n } = graph
  const ascending = by(n, (p) => p)
  const byDegree = by(n, (p) => graph.degree(p))
  return [
    ascending,
    ascending.toReversed(),
    byDegree,
    byDegree.toReversed(),
    by(n, (p) => bitsReversed(p, n)),
    // From both ends to the middle, and the other way.
    by(n, (p) => Math.min(p, n - 1 - p)),
    by(n, (p) => -Math.min(p, n - 1 - p)),
    by(n, (p) => p % 2),
    random.permutation(n),
  ]
}

/** The processors by a figure of each, ascending; at equal figures by index. */
export function by(n: number, figure: (processor: number) => number): Uint32Array {
  return Uint32Array.from({ length: n }, (_, p) => p).sort((p, q) => figure(p) - figure(q) || p - q)
}

function bitsReversed(i: number, n: number): number {
  let reversed = 0
  for (let bit = 1; bit < n; bit *= 2) reversed = 2 * reversed + (i & bit ? 1 : 0)
  return reversed
}

/** The permutation that undoes this one. */
export function inverse(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length)
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank]!] = rank
  return ranks
}

/** A permutation that differs a little: two items swapped, one or several moved, or some reversed. */
export function variedOrder(order: Uint32Array, random: Random): Uint32Array {
  const { length } = order
  if (length < 2) return order
  const varied = order.slice()
  const [a, b] = twoOf(length, random)
  const kind = random.integer(8)
  if (kind === 0) swap(varied, a, b)
  else if (kind === 1) swap(varied, a, (a + 1) % length)
  else if (kind === 2) varied.subarray(a, b + 1).reverse()
  else if (kind === 3) return swappedRanks(varied, random)
  else if (kind >= 5) return repeated(order, random)
  else rotate(varied.subarray(a, b + 1), 1 + random.integer(b - a))
  return varied
}

/**
 * The items at one stretch come to lie in the relative order of those at another, or in its reverse: what is good at one
 * place is often good at others. Stretches go on from the end at the beginning.
 */
function repeated(order: Uint32Array, random: Random): Uint32Array {
  const { length } = order
  const most = random.integer(2) === 0 ? Math.min(length, 8) : Math.ceil((length + 1) / 2)
  const count = 2 + random.integer(most - 1)
  const [from, to, reversed] = [random.integer(length), random.integer(length), random.integer(2) === 1]
  const at = (start: number, i: number) => (start + i) % length
  const model = Array.from({ length: count }, (_, i) => order[at(from, reversed ? count - 1 - i : i)]!)
  const items = Uint32Array.from(model, (_, i) => order[at(to, i)]!).sort()
  const varied = order.slice()
  by(count, (i) => model[i]!).forEach((place, rank) => {
    varied[at(to, place)] = items[rank]!
  })
  return varied
}

/** The items of two neighbouring ranks change places. */
function swappedRanks(order: Uint32Array, random: Random): Uint32Array {
  const rank = random.integer(order.length - 1)
  swap(order, order.indexOf(rank), order.indexOf(rank + 1))
  return order
}

/** The items of `a` from one place to another, and the others in the order of `b`. */
export function crossedOrder(a: Uint32Array, b: Uint32Array, random: Random): Uint32Array {
  const { length } = a
  if (length < 2) return a
  const [from, to] = twoOf(length, random)
  const kept = new Set(a.subarray(from, to + 1))
  const others = b.filter((item) => !kept.has(item))
  const crossed = a.slice()
  crossed.set(others.subarray(0, from))
  crossed.set(others.subarray(from), to + 1)
  return crossed
}

/** Two places of `length`, the smaller first. Half of the time they are near each other. */
function twoOf(length: number, random: Random): readonly [number, number] {
  const a = random.integer(length)
  const reach = random.integer(2) === 0 ? Math.min(length, 8) : length
  const b = (a + 1 + random.integer(reach - 1)) % length
  return a < b ? [a, b] : [b, a]
}

function swap(order: Uint32Array, a: number, b: number): void {
  const item = order[a]!
  order[a] = order[b]!
  order[b] = item
}

function rotate(part: Uint32Array, count: number): void {
  const moved = part.slice(0, count)
  part.copyWithin(0, count)
  part.set(moved, part.length - count)
}
