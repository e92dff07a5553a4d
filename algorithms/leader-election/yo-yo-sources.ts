/** What the sources of Yo-Yo come to: how many iterations there are, and how many there can be. */
import { type ConfigurationView, type Finding, finalQuantity, type Instance } from '../../engine/index.ts'

/** What is known of a processor's part: in how many iterations it was a source. */
interface SourceState {
  readonly iterations: number
}

/** The iterations of whoever was a source in the most: the leader. */
export const iterations = ({ states }: ConfigurationView<SourceState>): number =>
  states.reduce((most, state) => Math.max(most, state.iterations), 0)

/** The same as a quantity. */
export const iterationsMade = finalQuantity('iterations until one source is left', iterations)

/**
 * The most iterations that so many sources can make. Of s sources, r remain after an iteration, and while they are two or
 * more, at most s − r after the next; `sourcesDwindle` holds every run to that. So the numbers of sources, seen from the
 * last iteration back, grow at least like 1, 2, 3, 5, 8 … It is often said that they are halved, but they need not be.
 */
export const fibonacciPlaces = {
  description: 'the largest j with F(j) ≤ the number of sources at first; F = 1, 2, 3, 5, 8 …',
  value(instance: Instance): number {
    const sources = sourcesAtFirst(instance)
    let [j, number, next] = [1, 1, 2]
    for (; next <= sources; j++) [number, next] = [next, number + next]
    return j
  },
}

/** How many have no neighbour with a smaller identifier. */
function sourcesAtFirst({ network, ids }: Instance): number {
  let count = 0
  for (let p = 0; p < network.n; p++) {
    let isSource = true
    for (let channel = 0; channel < network.degree(p); channel++)
      isSource &&= ids[network.neighbor(p, channel)]! > ids[p]!
    if (isSource) count++
  }
  return count
}

/** While two sources or more remain after an iteration, the next leaves no more than this one takes away. */
export function sourcesDwindle(final: ConfigurationView<SourceState>): Finding {
  const sources = Array.from(
    { length: iterations(final) + 2 },
    (_, i) => final.states.filter((state) => state.iterations > i).length,
  )
  const wrong = sources.findIndex((s, i) => sources[i + 1]! >= 2 && sources[i + 2]! > s - sources[i + 1]!)
  return (
    wrong < 0 ||
    `iterations ${wrong + 1}, ${wrong + 2} and ${wrong + 3} have ${sources.slice(wrong, wrong + 3).join(', ')} sources`
  )
}
