import type {
  Channel,
  Finding,
  HistoryEvent,
  HistoryProperty,
  Network,
  ServiceOf,
  Standing,
} from '../model/index.ts'
import { followed } from './followed.ts'

/** What processors are asked for: to drink from the bottles on some of their channels, and to rest. */
export interface Drinking {
  readonly drink: readonly Channel[]
  readonly rest: undefined
}

/** No two neighbours drink from the bottle that they share: are between the response of drink and the invocation of rest. */
const exclusion: HistoryProperty = {
  ...followed(followBottles),
  standing(standings, network) {
    if (network === undefined) return true
    const shared = standings.map((standing, p) =>
      drinks(standing) ? sharers(network, p, standing.held) : none,
    )
    for (const p of standings.keys()) {
      const q = [...shared[p]!].find((q) => shared[q]!.has(p))
      if (q !== undefined) return `the neighbours p_${p} and p_${q} drink from one bottle at the same time`
    }
    return true
  },
}

const none: ReadonlySet<number> = new Set()

const drinks = ({ pending, next }: Standing): boolean => pending === null && next === 'rest'

/** The neighbours with whom it shares the bottles of a session. */
const sharers = (network: Network, processor: number, bottles: unknown): ReadonlySet<number> =>
  new Set((bottles as Drinking['drink']).map((channel) => network.neighbor(processor, channel)))

/** Where nobody knows the network, nobody knows who are neighbours. */
function followBottles(n: number, network?: Network): (event: HistoryEvent) => Finding {
  const asked = new Array<unknown>(n).fill(null)
  const drinking = new Array<ReadonlySet<number>>(n).fill(none)
  return (event) => {
    const { processor, time } = event
    if (network === undefined || event.kind === 'output') return true
    if (event.kind === 'invocation') {
      asked[processor] = event.operation === 'drink' ? event.argument : null
      drinking[processor] = none
      return true
    }
    if (asked[processor] === null) return true
    const shared = sharers(network, processor, asked[processor])
    drinking[processor] = shared
    const q = [...shared].find((q) => drinking[q]!.has(processor))
    return (
      q === undefined ||
      `p_${processor} drinks at time ${time} from the bottle from which its neighbour p_${q} does`
    )
  }
}

/**
 * The drinking philosophers: neighbours share a bottle, a session needs some of them, and nobody drinks from a bottle from
 * which another does. Where all sessions need all, it is dining. Chandy & Misra 1984.
 */
export const drinking: ServiceOf<Drinking> = {
  name: 'drinking',
  summary:
    'to drink from some of the bottles shared with neighbours, and to rest; no two from one bottle at once',
  operations: {
    drink: {
      summary: 'answered when the processor may drink from the bottles on these channels',
      followedBy: 'rest',
      argument: 'channels',
    },
    rest: { summary: 'the processor has drunk' },
  },
  workload: 'closed',
  properties: { bottlesExclude: exclusion },
}
