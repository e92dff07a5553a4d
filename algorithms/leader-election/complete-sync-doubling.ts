import {
  type Algorithm,
  atMost,
  type Condition,
  type ConfigurationView,
  eventually,
  exactly,
  type Instance,
  oneInitiator,
  order,
  type Processor,
} from '../../engine/index.ts'
import { electsOne } from './elected.ts'

/**
 * Election on a complete graph in rounds: at level i a candidate asks 2^i further processors, and comes to the next level
 * when all of them have consented. Of two candidates the one at the higher level is greater, then the one with the larger
 * identifier. A processor consents to the greatest that asks in a round, if that is greater than every candidate
 * before, itself included; a candidate that consents gives up. Afek & Gafni 1991.
 *
 * The greatest candidate of all is refused by nobody, so one comes to have the consent of all. It gave up if it consented
 * to another before, and who asks it later is not greater; so there is no second.
 */
type Message =
  | { readonly type: 'ask'; readonly level: number; readonly id: number }
  | { readonly type: 'consent' }
type Input = { readonly id: number }
interface Candidate {
  readonly level: number
  readonly id: number
}
interface State {
  readonly id: number
  initiated: boolean
  /** The greatest candidate that it knows of; itself while it is one. */
  owner: Candidate
  /** How many it has asked, and how many of them have not consented. */
  asked: number
  missing: number
  elected: boolean | null
}

export const completeSyncDoubling: Algorithm<State, Message, Input> = {
  name: 'complete-sync-doubling',
  title: 'Doubling on a complete graph',
  summary: 'on a complete graph in rounds, candidates ask 1, 2, 4, … others until one has asked all',
  source: 'Afek & Gafni 1991',
  remarks:
    'Candidates may wake in any rounds, since higher levels count first; the bounds in n alone are about candidates that wake together.',
  requires: { identifiers: true, shape: 'complete', synchronous: true },
  terminates: false,
  wokenByMessage: 'joins',

  initially: ({ id }) => ({
    id,
    initiated: false,
    owner: { level: -1, id: -1 },
    asked: 0,
    missing: 0,
    elected: null,
  }),

  uponStart(p, state) {
    state.initiated = true
    askAtLevel(p, state, 0)
  },

  uponRound(p, state, inbox) {
    for (const { message, from } of inbox) {
      if (message.type === 'consent') state.missing--
      else if (
        exceeds(message, state.owner) &&
        !inbox.some(({ message: other }) => other.type === 'ask' && exceeds(other, message))
      ) {
        state.owner = { level: message.level, id: message.id }
        state.elected = false
        p.send(from, { type: 'consent' })
      }
    }
    if (state.initiated && state.elected === null && state.missing === 0)
      askAtLevel(p, state, state.owner.level + 1)
  },

  bits: { ask: ({ count, identifier }) => count + identifier, consent: () => 1 },

  claims: {
    messages: [
      exactly('2(n - 1)', { when: oneInitiator }),
      // Whoever comes to level i has 2^(i − 1) consents of the level before, and nobody consents to two there. So at most
      // n/2^(i − 1) ask 2^i each, and at most n consent.
      atMost('3n ceil(log2(n))', { when: initiatorsAtZero() }),
      atMost('2k(n - 1)'),
      order('n log2(n)'),
    ],
    // Two rounds for each level.
    time: [exactly('2ceil(log2(n))', { when: initiatorsAtZero() }), atMost('w + 2ceil(log2(n))')],
  },

  properties: { ...electsOne, largestInitiatorWins: eventually(largestInitiatorWins) },
}

/** Asks the next 2^level processors, or all that are left; with none left, it is the leader. */
function askAtLevel(p: Processor<Message>, state: State, level: number): void {
  state.owner = { level, id: state.id }
  const end = Math.min(p.degree, state.asked + 2 ** level)
  for (let channel = state.asked; channel < end; channel++)
    p.send(channel, { type: 'ask', level, id: state.id })
  state.missing = end - state.asked
  state.asked = end
  if (state.missing === 0) state.elected = true
}

const exceeds = (a: Candidate, b: Candidate): boolean =>
  a.level > b.level || (a.level === b.level && a.id > b.id)

const startTogether = ({ wakeTimes }: Instance): boolean =>
  Array.from(wakeTimes).every((time) => time === 0 || time === Number.POSITIVE_INFINITY)

function initiatorsAtZero(): Condition {
  return {
    text: 'whoever wakes by itself wakes at time 0',
    about: ['wake-up'],
    holds: ({ instance }) => startTogether(instance),
  }
}

/** Where all candidates start together, levels never decide, and the largest identifier is never refused. */
function largestInitiatorWins({ instance, states }: ConfigurationView<State>): true | string {
  const largest = states.reduce((max, { id, initiated }) => (initiated && id > max ? id : max), -1)
  const leader = states.find(({ elected }) => elected === true)
  return (
    !startTogether(instance) ||
    leader?.id === largest ||
    `the leader has identifier ${leader?.id}; the largest initiator is ${largest}`
  )
}
