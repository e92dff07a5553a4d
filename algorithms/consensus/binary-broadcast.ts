import {
  type Algorithm,
  atMost,
  both,
  type Condition,
  consensus,
  type Deciding,
  exactly,
  withoutFaults,
} from '../../engine/index.ts'
import { bitOf } from './bits.ts'
import { decide } from './decide.ts'
import { obeying, sender } from './obedience.ts'
import { type Placed, type Places, placesInRounds, placesOf } from './places.ts'

type Message = { readonly type: 'bit'; readonly value: number } | { readonly type: 'alarm' }
interface State extends Deciding, Places {
  readonly f: number
  readonly bit: number
  round: number
  /** The bit that the sender has told it; null: none. */
  told: number | null
  alarmed: boolean
}

const sends = (bit: number): Condition => ({
  text: `the sender has the bit ${bit}`,
  about: ['inputs'],
  holds: ({ instance: { ids, values } }) => {
    const order = Array.from(ids)
    return bitOf(values[order.indexOf(Math.min(...order))]!) === bit
  },
})

/**
 * A bit is broadcast with as few messages as can be where nobody crashes, because silence tells one, too. Those who are
 * no observers have a bit each, at which the sender tells them; silence means the other. The sender tells its f observers
 * afterwards, whatever the bit is. An observer that hears nothing knows that the sender has crashed, and raises an alarm,
 * which all pass on; then all decide 0. If nobody does, an observer or the sender is correct, so that all were told who
 * should be.
 */
export const binaryBroadcast: Algorithm<State, Message, Placed> = {
  name: 'binary-broadcast',
  title: 'Binary broadcast with silence',
  summary:
    'one bit for all in (n + f − 1)/2 messages if nobody crashes: half of the processors hear by silence',
  source: 'the bounds are those of Amdur, Weber & Hadzilacos 1992',
  remarks:
    'The sender has the least identifier, the observers the f largest. Of an input that is no bit, its parity counts. For both bits together n + f − 1 messages are needed, whatever the algorithm.',
  requires: { resilience: 'n > f', ...placesInRounds },
  tolerates: ['crash'],
  terminates: true,
  marks: ['decided'],

  initially: (input) => ({
    f: input.f,
    ...placesOf(input),
    bit: bitOf(input.value),
    round: 0,
    told: null,
    alarmed: false,
    decided: null,
  }),

  uponStart(p, state) {
    if (state.place !== sender) return
    for (const [channel, place] of state.places.entries())
      if (!isObserver(place, state) && bitOfPlace(place) === state.bit)
        p.send(channel, { type: 'bit', value: state.bit })
  },

  uponRound(p, state, inbox) {
    state.round++
    const { round, f, places, place } = state
    if (round === 1 && place === sender)
      for (const [channel, other] of places.entries())
        if (isObserver(other, state)) p.send(channel, { type: 'bit', value: state.bit })
    for (const { message } of inbox) if (message.type === 'bit') state.told = message.value
    const hearsNothing = round === 2 && isObserver(place, state) && state.told === null
    if (!state.alarmed && (hearsNothing || inbox.some(({ message }) => message.type === 'alarm'))) {
      state.alarmed = true
      if (round < f + 2) p.sendToAll({ type: 'alarm' })
    }
    if (round === f + 2) decide(p, state, state.alarmed ? 0 : known(state))
  },

  bits: { bit: () => 1, alarm: () => 1 },

  claims: {
    messages: [
      exactly('ceil((n + f - 1)/2)', { when: both(withoutFaults, sends(1)) }),
      exactly('floor((n + f - 1)/2)', { when: both(withoutFaults, sends(0)) }),
      // Who crashes has told at most n − 1; then everyone raises the alarm at most once.
      atMost('n(n - 1) + n - 1'),
    ],
    time: atMost('f + 2'),
    'time:decided': exactly('f + 2'),
    'time-first:decided': exactly('f + 2'),
  },

  properties: {
    agreement: consensus.agreement,
    validity: obeying(bitOf),
    termination: consensus.termination,
  },
}

/** The f processors of the largest identifiers, but never the sender. */
const isObserver = (place: number, { places, f }: State): boolean =>
  place !== sender && place > places.length - f

/** The bit at which the processor of a place is told. */
const bitOfPlace = (place: number): number => place % 2

/** What the sender has, if it has not crashed. */
function known({ place, told, bit }: State): number {
  if (place === sender) return bit
  return told ?? 1 - bitOfPlace(place)
}
