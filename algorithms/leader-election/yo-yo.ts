import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  type Channel,
  eventually,
  exactly,
  order,
  type Processor,
} from '../../engine/index.ts'
import { electsTheLeast } from './elected.ts'
import { fibonacciPlaces, iterations, iterationsMade, sourcesDwindle } from './yo-yo-sources.ts'

/**
 * Yo-Yo: channels lead from smaller to larger identifiers. In each iteration the sources send their identifiers down,
 * everyone sends the least that has come in down all ways out, and votes come back: yes for the least, no for others and
 * for all whose own votes were not all yes. A channel with a no turns round. Santoro 2007, section 3.8.
 *
 * Votes also prune. Of several channels by which the same least identifier came, a yes keeps one; and whoever has no
 * other channel left drops the last.
 */
type Message =
  | { readonly type: 'id'; readonly id: number }
  | { readonly type: 'down'; readonly id: number }
  | { readonly type: 'vote'; readonly yes: boolean; readonly prune: boolean }
type Vote = Extract<Message, { readonly type: 'vote' }>
type Input = { readonly id: number }
interface State {
  readonly id: number
  /** The channels that lead in, and out. */
  ins: Channel[]
  outs: Channel[]
  /** By channel: the identifier that has come down, and the vote that has come back; null where none has. */
  readonly came: (number | null)[]
  readonly votes: (Vote | null)[]
  /** Whether it knows the direction of all its channels, and has sent down in this iteration. */
  ready: boolean
  sent: boolean
  /** In how many iterations it was a source. */
  iterations: number
  elected: boolean | null
}

const I = iterationsMade
const F = fibonacciPlaces

export const yoYo: Algorithm<State, Message, Input> = {
  name: 'yo-yo',
  title: 'Yo-Yo',
  summary: 'on any network, identifiers go down and votes come back until one source is left',
  source: 'Santoro 2007, section 3.8',
  remarks:
    'Of several channels with the same least identifier a yes drops all but one; to drop one with a no could make a source of a processor that is none. The number of sources need not be halved in each iteration: on a tree of 15 processors 8 become 5, 3, 2 and 1. Fibonacci numbers bound it.',
  requires: { identifiers: true, fifo: true },
  terminates: true,

  initially: ({ id }) => ({
    id,
    ins: [],
    outs: [],
    came: [],
    votes: [],
    ready: false,
    sent: false,
    iterations: 0,
    elected: null,
  }),

  uponStart(p, state) {
    for (let channel = 0; channel < p.degree; channel++) {
      state.came.push(null)
      state.votes.push(null)
    }
    p.sendToAll({ type: 'id', id: state.id })
    if (p.degree === 0) goOn(p, state)
  },

  uponReceiving: {
    id(p, state, { id }, from) {
      if (id > state.id) state.outs.push(from)
      else state.ins.push(from)
      goOn(p, state)
    },
    down(p, state, { id }, from) {
      state.came[from] = id
      goOn(p, state)
    },
    vote(p, state, message, from) {
      state.votes[from] = message
      goOn(p, state)
    },
  },

  bits: { id: ({ identifier }) => identifier, down: ({ identifier }) => identifier, vote: () => 2 },

  claims: {
    messages: [
      // An iteration sends down and back along each channel that is left.
      atMost('2m(1 + I)', { where: { I } }),
      // Of s sources, r remain after an iteration, and at most s − r after the next, while there are two or more.
      atMost('2m(1 + F)', { where: { F } }),
      order('m log2(n)'),
    ],
    'messages:id': exactly('2m'),
    'column:iterations': atMost('F', { where: { F } }),
    // Down and back, along ways that visit nobody twice.
    time: [
      atMost('1 + 2(n - 1)I', { when: allAwakeAtZero, where: { I } }),
      atMost('n + 2(n - 1)I', { where: { I } }),
    ],
  },

  properties: { ...electsTheLeast, sourcesDwindle: eventually(sourcesDwindle) },

  columns: { iterations: { description: 'iterations until one source was left', read: iterations } },
}

function goOn(p: Processor<Message>, state: State): void {
  state.ready ||= state.ins.length + state.outs.length === p.degree
  while (state.ready && iterate(p, state));
}

/** As much of an iteration as can be done; whether it is complete and there is another. */
function iterate(p: Processor<Message>, state: State): boolean {
  const { ins, outs, came, votes } = state
  if (!state.sent) {
    if (ins.some((channel) => came[channel] === null)) return false
    state.sent = true
    if (ins.length > 0) state.elected = false
    else if (outs.length > 0) state.iterations++
    const least: Message = { type: 'down', id: leastIn(state) }
    for (const channel of outs) p.send(channel, least)
  }
  if (outs.some((channel) => votes[channel] === null)) return false
  vote(p, state)
  state.sent = false
  if (state.ins.length + state.outs.length > 0) return true
  state.elected ??= true
  p.terminate()
  return false
}

const leastIn = ({ id, ins, came }: State): number =>
  ins.reduce(
    (least, channel) => Math.min(least, came[channel]!),
    ins.length > 0 ? Number.POSITIVE_INFINITY : id,
  )

/** Votes on all ways in, and turns and drops channels as these votes and those that have come say. */
function vote(p: Processor<Message>, state: State): void {
  const { ins, outs, came, votes } = state
  const least = leastIn(state)
  const turned = outs.filter((channel) => !votes[channel]!.yes)
  const kept = outs.filter((channel) => votes[channel]!.yes && !votes[channel]!.prune)
  const agrees = (channel: Channel): boolean => turned.length === 0 && came[channel] === least
  const refused = ins.filter((channel) => !agrees(channel))
  const first = ins.filter(agrees).reduce((a, b) => Math.min(a, b), p.degree)
  const isLast = kept.length + refused.length === 0
  for (const channel of ins) {
    const yes = agrees(channel)
    p.send(channel, { type: 'vote', yes, prune: yes && (channel !== first || isLast) })
    came[channel] = null
  }
  for (const channel of outs) votes[channel] = null
  state.ins = first < p.degree && !isLast ? [first] : turned
  state.outs = [...kept, ...refused]
}
