import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  type ConfigurationView,
  eventually,
  exactly,
  finalQuantity,
  LEFT,
  oneInitiator,
} from '../../../engine/index.ts'
import { electsOne } from '../elected.ts'

/**
 * The election by variable speeds on a synchronous ring of unknown size, whose processors wake when they like: where
 * others have woken by themselves, identifier i waits 2^i − 1 rounds at every processor, so the least of them overtakes
 * and swallows the others. Attiya & Welch, section 3.4.1, Algorithm 6.
 *
 * Who is woken by a message only relays. An identifier travels without waiting until it comes to a processor that woke by
 * itself; that wakes everyone within n rounds. What waits when a smaller identifier comes by is swallowed at once.
 */
type Message =
  | { readonly type: 'first'; readonly id: number }
  | { readonly type: 'second'; readonly id: number }
type Input = { readonly id: number }
interface State {
  readonly id: number
  participates: boolean
  /** The least identifier that it has seen; null before the first. */
  least: number | null
  /** The identifier that waits here, and for how many rounds. */
  held: number | null
  rounds: number
  elected: boolean | null
}

const M = finalQuantity<State>('the least identifier of those who woke by themselves', leastParticipant)

export const variableSpeeds: Algorithm<State, Message, Input> = {
  name: 'variable-speeds',
  title: 'Variable speeds',
  summary: 'on a synchronous ring, an identifier travels the slower the larger it is',
  source: 'Attiya & Welch, section 3.4.1, Algorithm 6; Frederickson & Lynch 1987; Vitányi 1984',
  remarks:
    'An identifier that waits while a smaller one comes by is swallowed at once. In the book it waits to its end, so rounds would go on after the election for as long as the largest identifier waits.',
  requires: { identifiers: true, shape: 'ring', orientation: true, synchronous: true },
  terminates: false,
  wokenByMessage: 'joins',

  initially: ({ id }) => ({ id, participates: false, least: null, held: null, rounds: 0, elected: null }),

  uponStart(p, state) {
    state.participates = true
    state.least = state.id
    p.send(LEFT, { type: 'first', id: state.id })
  },

  uponRound(p, state, inbox) {
    for (const { message } of inbox) {
      if (message.id === state.id) state.elected = true
      if (state.least !== null && message.id >= state.least) continue
      state.least = message.id
      state.elected = false
      if (message.type === 'first' && !state.participates) p.send(LEFT, message)
      else {
        state.held = message.id
        state.rounds = 2 ** message.id - 1
      }
    }
    if (state.held === null || state.rounds-- > 0) return
    p.send(LEFT, { type: 'second', id: state.held })
    state.held = null
  },

  waits: ({ held }) => held !== null,

  bits: { first: ({ identifier }) => identifier, second: ({ identifier }) => identifier },

  claims: {
    messages: [exactly('n', { when: oneInitiator }), atMost('4n')],
    // Each channel carries the identifier of the last who woke by itself before it.
    'messages:first': exactly('n'),
    // The winner's identifier takes one round on the first channel, and 2^M on the others if all participate.
    time: [
      exactly('n', { when: oneInitiator }),
      exactly('(n - 1)2^M + 1', { when: allAwakeAtZero, where: { M } }),
      atMost('n 2^M + n', { where: { M } }),
    ],
  },

  properties: {
    ...electsOne,
    leastParticipantWins: eventually(leastParticipantWins),
  },

  // With all awake, identifier i is overtaken only after n/2^i channels.
  worstIdentifiers: slowlyOvertaken,
  bestIdentifiers: (n) => Uint32Array.from({ length: n }, (_, i) => n - 1 - i),
}

function leastParticipant({ states }: ConfigurationView<State>): number {
  return states.reduce(
    (least, { id, participates }) => (participates ? Math.min(least, id) : least),
    Number.POSITIVE_INFINITY,
  )
}

function leastParticipantWins(configuration: ConfigurationView<State>): true | string {
  const leader = configuration.states.find(({ elected }) => elected === true)
  const least = leastParticipant(configuration)
  return leader?.id === least || `the leader has identifier ${leader?.id}, the least participant ${least}`
}

/** Identifier 0 overtakes i, that starts n(1 − 1/2^i) ahead at 1/2^i of its speed, just when it comes home. */
function slowlyOvertaken(n: number): Uint32Array {
  const place = (i: number): number => n - Math.ceil(n / 2 ** i)
  const ids = new Uint32Array(n)
  let small = 1
  for (; small < n && place(small) > place(small - 1) && place(small) < n; small++) ids[place(small)] = small
  let next = n - 1
  for (let p = 1; p < n; p++) if (ids[p] === 0) ids[p] = next--
  return ids
}
