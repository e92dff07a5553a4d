import {
  type Algorithm,
  atMost,
  type ConfigurationView,
  eventually,
  everyProcessor,
  exactly,
  type Instance,
  LEFT,
  order,
  type Processor,
  RIGHT,
} from '../../engine/index.ts'
import { leastFree } from './colouring.ts'
import { alwaysEverywhere, neighborThat } from './neighbors.ts'

type Message = { readonly type: 'colour'; readonly colour: number }
type Input = { readonly id: number; readonly idBits: number }
interface State {
  colour: number
  /** How many rounds shorten the colours. */
  readonly shortening: number
  round: number
}

/** How many rounds lead from colours of B bits to the six of 0 … 5. */
export function shorteningRounds(bits: number): number {
  return bits <= 3 ? 1 : 1 + shorteningRounds(1 + Math.ceil(Math.log2(bits)))
}

const B = {
  description: 'the bits of the largest identifier',
  value: ({ ids }: Instance) => bitLength(Array.from(ids).reduce((a, b) => Math.max(a, b), 1)),
}
const T = {
  description: 'how many rounds lead from B bits to six colours: 1 for B ≤ 3, else 1 + T(1 + ⌈log₂ B⌉)',
  value: (instance: Instance) => shorteningRounds(B.value(instance)),
}

/**
 * Three colours on an oriented ring in log* rounds. The first colours are the identifiers, of B bits. In a round everyone
 * sends its colour clockwise and compares with the one that comes: where they differ first, at bit i from below, the new
 * colour is 2i and its own bit there, which is at most 1 + ⌈log₂ B⌉ bits. Neighbours differ again: in i, or in the bit. Of
 * three bits six colours remain; in three more rounds the colours 5, 4 and 3 take the least that neither neighbour has.
 * Cole & Vishkin 1986; Goldberg, Plotkin & Shannon 1988.
 */
export const coleVishkin: Algorithm<State, Message, Input> = {
  name: 'cole-vishkin',
  title: 'Cole–Vishkin',
  summary: 'three colours on an oriented ring: comparing bits shortens colours to their logarithm in a round',
  source: 'Cole & Vishkin 1986; Goldberg, Plotkin & Shannon 1988',
  requires: {
    identifiers: true,
    identifierBits: true,
    shape: 'ring',
    orientation: true,
    synchronous: true,
    initiators: 'together',
  },
  terminates: true,

  initially: ({ id, idBits }) => ({ colour: id, shortening: shorteningRounds(idBits), round: 0 }),

  uponStart: tell,

  uponRound(p, state, inbox) {
    const colours = inbox.map(({ message }) => message.colour)
    state.round++
    // 5, 4, 3 in the rounds after the colours are short.
    const dropped = 6 - (state.round - state.shortening)
    if (dropped >= 6) state.colour = shortened(state.colour, colours[0]!)
    else if (state.colour === dropped) state.colour = leastFree(colours)
    if (dropped === 3) p.terminate()
    else tell(p, state)
  },

  bits: { colour: (_, { colour }) => bitLength(colour) },

  claims: {
    messages: exactly('n T + 6n', { where: { T } }),
    time: [exactly('T + 3', { where: { T } }), atMost('log*(B) + 4', { where: { B } }), order('log*(n)')],
    'bits:max': exactly('B', { where: { B } }),
  },

  properties: {
    properAfterEachRound: alwaysEverywhere<State>((configuration, p) => {
      const { colour, round } = configuration.states[p]!
      const q = neighborThat(configuration, p, (other) => other.round === round && other.colour === colour)
      return q < 0 || `after round ${round}, p_${p} and p_${q} both have colour ${colour}`
    }),
    sixColours: alwaysEverywhere<State>(({ states }: ConfigurationView<State>, p) => {
      const { colour, round, shortening } = states[p]!
      return round < shortening || colour <= 5 || `p_${p} has colour ${colour} after round ${round}`
    }),
    threeColours: eventually(
      everyProcessor(({ colour }) => colour <= 2, 'has one of the colours 0, 1 and 2'),
    ),
  },
}

/** Clockwise, to be compared; in the end to both neighbours, to be avoided. */
function tell(p: Processor<Message>, { colour, round, shortening }: State): void {
  if (round < shortening) p.send(LEFT, { type: 'colour', colour })
  else for (const channel of [LEFT, RIGHT]) p.send(channel, { type: 'colour', colour })
}

/** Twice the place of the lowest bit in which a colour differs from the other, and that bit. */
function shortened(colour: number, other: number): number {
  let place = 0
  while (bitAt(colour, place) === bitAt(other, place)) place++
  return 2 * place + bitAt(colour, place)
}

const bitAt = (number: number, place: number): number => Math.floor(number / 2 ** place) % 2

const bitLength = (number: number): number => Math.max(1, number.toString(2).length)
