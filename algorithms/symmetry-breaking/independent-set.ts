/** What it means that a set of processors is independent and maximal: checks shared by the algorithms that find one. */
import { type ConfigurationView, eventually, everyProcessor } from '../../engine/index.ts'
import { alwaysEverywhere, everywhere, neighborThat } from './neighbors.ts'

/** The state of a processor that is in the set, is not, or has not decided. */
interface MemberState {
  readonly member: boolean | null
}

/** No two neighbours are ever in the set; in the end everyone knows whether it is, and nobody could be added. */
export const maximalIndependentSet = {
  independent: alwaysEverywhere<MemberState>((configuration, p) => {
    if (configuration.states[p]!.member !== true) return true
    const q = neighborThat(configuration, p, ({ member }) => member === true)
    return q < 0 || `p_${p} and its neighbour p_${q} are both in the set`
  }),
  everyoneDecides: eventually<MemberState>(everyProcessor(({ member }) => member !== null, 'has decided')),
  maximal: eventually<MemberState>(
    everywhere((configuration, p) => {
      if (configuration.states[p]!.member !== false) return true
      const q = neighborThat(configuration, p, ({ member }) => member === true)
      return q >= 0 || `p_${p} is not in the set, and none of its neighbours is`
    }),
  ),
}

/** The column of how many are in the set. */
export const setSize = {
  description: 'how many processors are in the independent set',
  read: ({ states }: ConfigurationView<MemberState>) => states.filter(({ member }) => member === true).length,
}
