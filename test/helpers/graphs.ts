import { type Graph, graphFromChannels } from '../../engine/index.ts'

/** The graph with the channels of a list of pairs, numbered at each end in the order of the list. */
export function graphOf(n: number, channels: readonly (readonly [number, number])[]): Graph {
  return graphFromChannels(
    n,
    channels.map(([u]) => u),
    channels.map(([, v]) => v),
  )
}

/** Every connected graph on n labelled processors: one for each set of channels that connects them. */
export function* connectedGraphs(n: number): Generator<Graph> {
  const pairs: [number, number][] = []
  for (let u = 0; u < n; u++) for (let v = u + 1; v < n; v++) pairs.push([u, v])
  for (let set = 0; set < 2 ** pairs.length; set++) {
    const channels = pairs.filter((_, i) => (set >>> i) & 1)
    if (connects(n, channels)) yield graphOf(n, channels)
  }
}

function connects(n: number, channels: readonly (readonly [number, number])[]): boolean {
  const reached = new Set([0])
  for (let pass = 0; pass < n; pass++)
    for (const [u, v] of channels) {
      if (reached.has(u)) reached.add(v)
      if (reached.has(v)) reached.add(u)
    }
  return reached.size === n
}

/** All orders of the items. */
export function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length <= 1) yield [...items]
  else
    for (let i = 0; i < items.length; i++)
      for (const rest of permutations([...items.slice(0, i), ...items.slice(i + 1)]))
        yield [items[i]!, ...rest]
}
