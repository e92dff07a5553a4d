import { InputError } from '../../errors.ts'
import { graphFromChannels, type StoredGraph } from '../../topology/stored-graph.ts'
import { permutations } from './permutations.ts'

/** More processors than this have too many graphs: 853 connected ones on seven, 11,117 on eight. */
const processorsMax = 7

/** A row of bits for each processor: its neighbours. */
type Rows = readonly number[]

/**
 * All connected graphs of n processors, each once up to isomorphism, by number of channels. Channels are numbered by
 * ascending neighbour. Throws an InputError for more than seven processors.
 *
 * Every connected graph has a processor without which it is still connected, so all of n come from those of n − 1 by one
 * more processor.
 */
export function connectedGraphs(n: number): StoredGraph[] {
  if (n < 1 || n > processorsMax)
    throw new InputError(
      `all connected graphs of ${n} processors cannot be listed; from 1 to ${processorsMax} can`,
    )
  let graphs: Rows[] = [[0]]
  for (let size = 1; size < n; size++) {
    const larger = new Map<string, Rows>()
    for (const rows of graphs)
      for (let neighbors = 1; neighbors < 1 << size; neighbors++) {
        const extended = rows.map((row, p) => ((neighbors >> p) & 1 ? row | (1 << size) : row))
        const canonical = canonicalRows([...extended, neighbors])
        larger.set(canonical.join(), canonical)
      }
    graphs = [...larger.values()]
  }
  return graphs.map(toGraph).sort((a, b) => a.m - b.m)
}

/**
 * The same rows for all isomorphic graphs: the least that come from numbering the processors by descending degree, in
 * all ways in which equal degrees allow.
 */
function canonicalRows(rows: Rows): Rows {
  const classes = new Map<number, number[]>()
  for (const [p, row] of rows.entries()) {
    const degree = ones(row)
    classes.set(degree, [...(classes.get(degree) ?? []), p])
  }
  const byDegree = [...classes.entries()].sort(([a], [b]) => b - a).map(([, members]) => members)
  let least: Rows | null = null
  const number = (order: readonly number[], next: number): void => {
    if (next < byDegree.length) {
      for (const members of permutations(byDegree[next]!)) number([...order, ...members], next + 1)
      return
    }
    const places = new Array<number>(order.length)
    for (const [place, p] of order.entries()) places[p] = place
    const renumbered = order.map((p) => renumber(rows[p]!, places))
    if (least === null || isLess(renumbered, least)) least = renumbered
  }
  number([], 0)
  return least!
}

function renumber(row: number, places: readonly number[]): number {
  let result = 0
  for (let q = 0; q < places.length; q++) if ((row >> q) & 1) result |= 1 << places[q]!
  return result
}

function isLess(a: Rows, b: Rows): boolean {
  const i = a.findIndex((row, p) => row !== b[p])
  return i >= 0 && a[i]! < b[i]!
}

function ones(row: number): number {
  let count = 0
  for (let rest = row; rest !== 0; rest &= rest - 1) count++
  return count
}

function toGraph(rows: Rows): StoredGraph {
  const channels = rows.flatMap((row, p) =>
    rows.flatMap((_, q) => (p < q && (row >> q) & 1 ? [[p, q] as const] : [])),
  )
  return graphFromChannels(
    rows.length,
    channels.map(([p]) => p),
    channels.map(([, q]) => q),
  )
}
