/** What it means that processors are matched in pairs, and nobody could be added. */
import { type Channel, type ConfigurationView, eventually, type Finding } from '../../engine/index.ts'
import { alwaysEverywhere, everywhere, neighborThat } from './neighbors.ts'

/** The state of a processor that is matched over a channel, or is not. */
interface MatchedState {
  readonly partner: Channel | null
}

/** Nobody is ever matched to two; in the end both of a pair are, and no two neighbours are free. */
export const isMaximalMatching = {
  matching: alwaysEverywhere(matching),
  mutual: eventually(everywhere(mutual)),
  maximal: eventually(everywhere(maximal)),
}

/** How many pairs there are. */
export function pairs({ states }: ConfigurationView<MatchedState>): number {
  return states.filter(({ partner }) => partner !== null).length / 2
}

/** Nobody is matched to one who is matched to another; of two who match, one has its event first. */
function matching({ instance: { network }, states }: ConfigurationView<MatchedState>, p: number): Finding {
  const { partner } = states[p]!
  for (let channel = 0; channel < network.degree(p); channel++) {
    const q = network.neighbor(p, channel)
    const other = states[q]!.partner
    const [to, back] = [partner === channel, other !== null && network.neighbor(q, other) === p]
    if (to !== back && partner !== null && other !== null)
      return `of p_${p} and p_${q} one is matched to the other, who is matched elsewhere`
  }
  return true
}

function mutual({ instance: { network }, states }: ConfigurationView<MatchedState>, p: number): Finding {
  const { partner } = states[p]!
  if (partner === null) return true
  const q = network.neighbor(p, partner)
  return states[q]!.partner !== null || `p_${p} is matched to p_${q}, who is free`
}

function maximal(configuration: ConfigurationView<MatchedState>, p: number): Finding {
  if (configuration.states[p]!.partner !== null) return true
  const q = neighborThat(configuration, p, ({ partner }) => partner === null)
  return q < 0 || `p_${p} and its neighbour p_${q} are both free`
}
