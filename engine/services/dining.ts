import type { Finding, HistoryEvent, HistoryProperty, Network, ServiceOf, Standing } from '../model/index.ts'
import { followed } from './followed.ts'

/** What processors are asked for: to eat, and to think again. */
export interface Dining {
  readonly eat: undefined
  readonly think: undefined
}

/** No two neighbours eat: are between the response of eat and the invocation of think. */
const exclusion: HistoryProperty = {
  ...followed(followNeighbors),
  standing(standings, network) {
    for (const p of standings.keys()) {
      if (!eats(standings[p]!)) continue
      const q = neighborThat(network, p, (q) => eats(standings[q]!))
      if (q !== null) return `the neighbours p_${p} and p_${q} eat at the same time`
    }
    return true
  },
}

const eats = ({ pending, next }: Standing): boolean => pending === null && next === 'think'

/** A neighbour of whom this is true. Where nobody knows the network, nobody knows who are neighbours. */
function neighborThat(network: Network | undefined, p: number, holds: (q: number) => boolean): number | null {
  for (let channel = 0; network !== undefined && channel < network.degree(p); channel++) {
    const q = network.neighbor(p, channel)
    if (holds(q)) return q
  }
  return null
}

function followNeighbors(n: number, network?: Network): (event: HistoryEvent) => Finding {
  const asked = new Uint8Array(n)
  const eating = new Uint8Array(n)
  return (event) => {
    const { processor, time } = event
    if (event.kind === 'output') return true
    if (event.kind === 'invocation') {
      asked[processor] = event.operation === 'eat' ? 1 : 0
      if (event.operation === 'think') eating[processor] = 0
      return true
    }
    if (asked[processor] === 0) return true
    eating[processor] = 1
    const q = neighborThat(network, processor, (q) => eating[q] === 1)
    return q === null || `p_${processor} eats at time ${time} while its neighbour p_${q} does`
  }
}

/**
 * The dining philosophers: who eats excludes its neighbours, in a network where channels join those who need something in
 * common. Where all are neighbours, it is mutual exclusion. Dijkstra 1971; Chandy & Misra 1984.
 */
export const dining: ServiceOf<Dining> = {
  name: 'dining',
  summary: 'to eat and to think, no two neighbours eating at once',
  operations: {
    eat: { summary: 'answered when the processor may eat', followedBy: 'think' },
    think: { summary: 'the processor has eaten' },
  },
  workload: 'closed',
  properties: { neighborsExclude: exclusion },
}
