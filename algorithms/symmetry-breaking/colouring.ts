/** What it means that a network is coloured: checks shared by the algorithms that do it. */
import { type ConfigurationView, eventually, everyProcessor } from '../../engine/index.ts'
import { alwaysEverywhere, everywhere, neighborThat } from './neighbors.ts'

/** The state of a processor that has a colour, or not yet. */
interface ColouredState {
  readonly colour: number | null
}

/** Neighbours never have the same colour; in the end everyone has one, no larger than the number of its neighbours. */
export const properColouring = {
  proper: alwaysEverywhere<ColouredState>((configuration, p) => {
    const own = configuration.states[p]!.colour
    const q = own === null ? -1 : neighborThat(configuration, p, ({ colour }) => colour === own)
    return q < 0 || `p_${p} and its neighbour p_${q} both have colour ${own}`
  }),
  everyoneColoured: eventually<ColouredState>(
    everyProcessor(({ colour }) => colour !== null, 'has a colour'),
  ),
  fewColours: eventually<ColouredState>(
    everywhere(({ instance: { network }, states }, p) => {
      const { colour } = states[p]!
      const degree = network.degree(p)
      return colour === null || colour <= degree || `p_${p} has degree ${degree}, but colour ${colour}`
    }),
  ),
}

const highest = ({ states }: ConfigurationView<ColouredState>): number =>
  states.reduce((most, { colour }) => Math.max(most, colour ?? 0), 0)

/** The column of how many colours are in use: 0, 1 … up to the highest. */
export const colourCount = {
  description: 'how many colours there are, from 0 to the highest',
  read: (final: ConfigurationView<ColouredState>) => highest(final) + 1,
}

/** The least colour that is not among those given. */
export function leastFree(taken: readonly (number | null)[]): number {
  let colour = 0
  while (taken.includes(colour)) colour++
  return colour
}
