import { none, type StepGraph } from './graph.ts'

/** The strongly connected components of a part of a graph. */
export interface Components {
  /** By configuration, its component; −1 outside the part. A step leads to the same component or to one with a smaller number. */
  readonly of: Int32Array
  readonly count: number
  /** The configurations of the part, component by component, from 0. */
  readonly members: Uint32Array
  /** By component, where its members begin; one more for the end. */
  readonly begins: number[]
}

/** Which moves are looked at. */
export type Follows = (at: number, move: number) => boolean

/** The components of those configurations that are `inside` (Tarjan 1972), without recursion; by all steps or some. */
export function components(
  { store, successors, moves }: StepGraph,
  inside: Uint8Array,
  follows: Follows | null = null,
): Components {
  const size = store.count
  const of = new Int32Array(size).fill(-1)
  const index = new Uint32Array(size)
  const low = new Uint32Array(size)
  const turn = new Uint16Array(size)
  const members = new Uint32Array(size)
  const begins: number[] = [0]
  // Two stacks: the path to where the search is, and what it has found and not placed yet.
  const path = new Uint32Array(size)
  const open = new Uint32Array(size)
  let depth = 0
  let opened = 0
  let visited = 0
  let placed = 0
  const enter = (at: number): void => {
    index[at] = low[at] = ++visited
    path[depth++] = at
    open[opened++] = at
  }
  for (let root = 0; root < size; root++) {
    if (inside[root] === 0 || index[root] !== 0) continue
    enter(root)
    while (depth > 0) {
      const at = path[depth - 1]!
      if (turn[at]! < moves) {
        const move = turn[at]!++
        const to = successors[at * moves + move]!
        if (to === none || inside[to] === 0 || (follows !== null && !follows(at, move))) continue
        if (index[to] === 0) enter(to)
        else if (of[to]! < 0 && index[to]! < low[at]!) low[at] = index[to]!
        continue
      }
      depth--
      if (depth > 0 && low[at]! < low[path[depth - 1]!]!) low[path[depth - 1]!] = low[at]!
      if (low[at] !== index[at]) continue
      for (;;) {
        const member = open[--opened]!
        of[member] = begins.length - 1
        members[placed++] = member
        if (member === at) break
      }
      begins.push(placed)
    }
  }
  return { of, count: begins.length - 1, members: members.subarray(0, placed), begins }
}

/** The moves of a shortest way between two configurations of a component. */
export function wayWithin(
  { successors, moves }: StepGraph,
  { of }: Components,
  from: number,
  to: number,
  follows: Follows | null = null,
): readonly number[] {
  const component = of[from]!
  const parents = new Map<number, readonly [at: number, move: number]>()
  const queue = [from]
  for (let head = 0; head < queue.length && (from === to || !parents.has(to)); head++) {
    if (from === to) return []
    const at = queue[head]!
    for (let move = 0; move < moves; move++) {
      const next = successors[at * moves + move]!
      if (next === none || next === from || of[next] !== component || parents.has(next)) continue
      if (follows !== null && !follows(at, move)) continue
      parents.set(next, [at, move])
      queue.push(next)
    }
  }
  const way: number[] = []
  for (let at = to; at !== from; ) {
    const [before, move] = parents.get(at)!
    way.push(move)
    at = before
  }
  return way.reverse()
}
