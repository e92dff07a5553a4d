import {
  type Algorithm,
  atMost,
  type Channel,
  type ConfigurationView,
  type Dining,
  dining,
  exactly,
  finalQuantity,
  oneClient,
  type Processor,
} from '../../engine/index.ts'

type Message = { readonly type: 'request' } | { readonly type: 'fork' }
interface Input {
  readonly id: number
  readonly neighborIds: readonly number[]
}
interface State {
  /** By channel, the fork. */
  readonly forks: ('elsewhere' | 'dirty' | 'clean')[]
  /** By channel, whether the request is here: who has it may ask for the fork, or, with the fork, has been asked for it. */
  readonly requests: boolean[]
  /** By channel, whether the fork was here first. */
  readonly first: readonly boolean[]
  mood: 'thinks' | 'is hungry' | 'eats'
  meals: number
}

const REQUEST: Message = { type: 'request' }
const FORK: Message = { type: 'fork' }

const S = finalQuantity<State>('the sum of the degrees of all who ate, once for each meal', (final) =>
  sumOver(final, ({ meals, forks }) => meals * forks.length),
)
const M = finalQuantity<State>('the forks that are not where they were first', (final) =>
  sumOver(final, ({ forks, first }) => forks.filter((fork, c) => fork !== 'elsewhere' && !first[c]).length),
)

/**
 * Chandy and Misra's dining philosophers: neighbours share a fork, and who has all of its forks may eat. A fork becomes
 * dirty when it is used. Who is asked for a dirty fork gives it up, cleaned, and keeps a clean one until it has eaten. So
 * whoever has eaten gives way, and in no circle does everybody wait for the next.
 */
export const diningChandyMisra: Algorithm<State, Message, Input, Dining> = {
  name: 'dining-chandy-misra',
  title: 'Dining philosophers',
  summary: 'neighbours share forks, which are dirty once used, and eat with all of theirs',
  source: 'Chandy & Misra 1984',
  remarks:
    'Of two neighbours, the one with the smaller identifier has the fork first, dirty. The order of messages on a channel does not matter: a request that overtakes the fork finds a processor that is hungry, who would keep the clean fork as well.',
  requires: { identifiers: true, neighborIdentifiers: true },
  terminates: false,
  service: dining,

  initially({ id, neighborIds }) {
    const first = neighborIds.map((other) => id < other)
    return {
      forks: first.map((here) => (here ? 'dirty' : 'elsewhere')),
      requests: first.map((here) => !here),
      first,
      mood: 'thinks',
      meals: 0,
    }
  },

  uponInvoking: {
    eat(p, state) {
      state.mood = 'is hungry'
      for (let channel = 0; channel < p.degree; channel++) askFor(p, state, channel)
      eatIfPossible(p, state)
    },
    think(p, state) {
      state.mood = 'thinks'
      state.meals++
      state.forks.fill('dirty')
      for (let channel = 0; channel < p.degree; channel++) giveUp(p, state, channel)
      p.respond()
    },
  },

  uponReceiving: {
    request(p, state, _message, from) {
      state.requests[from] = true
      if (giveUp(p, state, from)) askFor(p, state, from)
    },
    fork(p, state, _message, from) {
      state.forks[from] = 'clean'
      eatIfPossible(p, state)
    },
  },

  claims: {
    messages: [
      exactly('2M', { when: oneClient, where: { M } }),
      // Whoever gets a fork eats before it gives it back, so it moves no more often than the two who share it eat. Each
      // move answers a request.
      atMost('2S', { where: { S } }),
    ],
    'messages:request': atMost('S', { where: { S } }),
    'messages:fork': atMost('S', { where: { S } }),
    response: atMost('2', { when: oneClient }),
  },
}

/** Asks for a fork that is elsewhere, if it is hungry and has not yet asked. */
function askFor(p: Processor<Message>, state: State, channel: Channel): void {
  if (state.mood !== 'is hungry' || state.forks[channel] !== 'elsewhere' || !state.requests[channel]) return
  state.requests[channel] = false
  p.send(channel, REQUEST)
}

/** Gives up a fork for which it was asked, if that is dirty and not in use; whether it did. */
function giveUp(p: Processor<Message>, state: State, channel: Channel): boolean {
  if (state.mood === 'eats' || state.forks[channel] !== 'dirty' || !state.requests[channel]) return false
  state.forks[channel] = 'elsewhere'
  p.send(channel, FORK)
  return true
}

function eatIfPossible(p: Processor<Message>, state: State): void {
  if (state.mood !== 'is hungry' || state.forks.includes('elsewhere')) return
  state.mood = 'eats'
  p.respond()
}

const sumOver = ({ states }: ConfigurationView<State>, of: (state: State) => number): number =>
  states.reduce((sum, state) => sum + of(state), 0)
