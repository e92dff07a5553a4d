import {
  type Algorithm,
  atMost,
  type Channel,
  type Drinking,
  drinking,
  exactly,
  finalQuantity,
  oneClient,
  type Processor,
} from '../../engine/index.ts'
import {
  becomeHungry,
  type ForkMessage,
  type Forks,
  finishMeal,
  forkArrived,
  forkRequested,
  laidForks,
  movedForks,
} from './hygienic-forks.ts'
import { sumOver } from './sum-over.ts'

type Message = ForkMessage | { readonly type: 'bottle-request' } | { readonly type: 'bottle' }
interface Input {
  readonly id: number
  readonly neighborIds: readonly number[]
}
interface State extends Forks {
  /** By channel, whether the bottle is here, whether its request is, and whether it is needed in this session. */
  readonly bottles: boolean[]
  readonly bottleRequests: boolean[]
  readonly needs: boolean[]
  thirst: 'is tranquil' | 'is thirsty' | 'drinks'
  /** The bottles of all sessions that are over. */
  emptied: number
}

const BOTTLE_REQUEST: Message = { type: 'bottle-request' }
const BOTTLE: Message = { type: 'bottle' }

const S = finalQuantity<State>('the sum of the degrees of all who ate, once for each meal', (final) =>
  sumOver(final, ({ meals, forks }) => meals * forks.length),
)
const B = finalQuantity<State>('the bottles of all sessions', (final) =>
  sumOver(final, ({ emptied }) => emptied),
)
const M = finalQuantity<State>('the forks and bottles that are not where they were first', (final) =>
  sumOver(
    final,
    (state) => movedForks(state) + state.bottles.filter((here, c) => here && !state.first[c]).length,
  ),
)

/**
 * Chandy and Misra's drinking philosophers: neighbours share a bottle, and a session needs some of them. Beneath, they
 * dine: a fork says whose is the bottle where both need it. Who misses a bottle becomes hungry, and eats until it has all
 * that it needs. It gives up a bottle that it does not need, or needs without having the fork. So neighbours drink at once
 * where they need no common bottle, and nobody waits for ever.
 */
export const drinkingChandyMisra: Algorithm<State, Message, Input, Drinking> = {
  name: 'drinking-chandy-misra',
  title: 'Drinking philosophers',
  summary:
    'neighbours share bottles, of which each session needs some; where both need one, the fork of the two decides',
  source: 'Chandy & Misra 1984',
  remarks:
    'Fork and bottle of two neighbours are first at the one with the smaller identifier. Who finds all its bottles at hand drinks without becoming hungry. Channels have to keep the order: a request that overtakes its bottle is not answered when that arrives, so that all may wait; and while a fork is on its way, others may send its bottle back and forth.',
  requires: { identifiers: true, neighborIdentifiers: true, fifo: true },
  terminates: false,
  service: drinking,

  initially({ id, neighborIds }) {
    const forks = laidForks(id, neighborIds)
    return {
      ...forks,
      bottles: [...forks.first],
      bottleRequests: forks.first.map((here) => !here),
      needs: forks.first.map(() => false),
      thirst: 'is tranquil',
      emptied: 0,
    }
  },

  uponInvoking: {
    drink(p, state, bottles) {
      state.thirst = 'is thirsty'
      for (const channel of bottles) state.needs[channel] = true
      drinkIfPossible(p, state)
      if (state.thirst !== 'is thirsty') return
      if (state.mood === 'thinks') becomeHungry(p, state)
      for (const channel of bottles) askForBottle(p, state, channel)
    },
    rest(p, state) {
      state.thirst = 'is tranquil'
      state.emptied += state.needs.filter((needed) => needed).length
      state.needs.fill(false)
      for (let channel = 0; channel < p.degree; channel++) giveUpBottle(p, state, channel)
      p.respond()
    },
  },

  uponReceiving: {
    request(p, state, _message, from) {
      forkRequested(p, state, from)
      giveUpBottle(p, state, from)
    },
    fork(p, state, _message, from) {
      forkArrived(state, from)
      finishMealUnlessThirsty(p, state)
    },
    'bottle-request'(p, state, _message, from) {
      state.bottleRequests[from] = true
      giveUpBottle(p, state, from)
    },
    bottle(p, state, _message, from) {
      state.bottles[from] = true
      drinkIfPossible(p, state)
    },
  },

  claims: {
    messages: [
      exactly('2M', { when: oneClient, where: { M } }),
      // Forks are as in dining. Who gets a bottle and loses it before it drinks has not the fork. Its neighbour gets the
      // bottle and drinks, or has not the fork either and gives the bottle back. Then the fork is on its way to the first,
      // before the bottle, and stays there until it has drunk. So of three moves of a bottle at least one is of use, and
      // each answers a request.
      atMost('2S + 6B', { where: { S, B } }),
    ],
    'messages:request': atMost('S', { where: { S } }),
    'messages:fork': atMost('S', { where: { S } }),
    'messages:bottle-request': atMost('3B', { where: { B } }),
    'messages:bottle': atMost('3B', { where: { B } }),
    response: atMost('2', { when: oneClient }),
  },
}

function drinkIfPossible(p: Processor<Message>, state: State): void {
  if (
    state.thirst !== 'is thirsty' ||
    state.needs.some((needed, channel) => needed && !state.bottles[channel])
  )
    return
  state.thirst = 'drinks'
  finishMealUnlessThirsty(p, state)
  p.respond()
}

/** Only the thirsty need forks. */
function finishMealUnlessThirsty(p: Processor<Message>, state: State): void {
  if (state.mood === 'eats' && state.thirst !== 'is thirsty') finishMeal(p, state)
}

/** Asks for a bottle that is needed and elsewhere, if it has not yet asked. */
function askForBottle(p: Processor<Message>, state: State, channel: Channel): void {
  if (!state.needs[channel] || state.bottles[channel] || !state.bottleRequests[channel]) return
  state.bottleRequests[channel] = false
  p.send(channel, BOTTLE_REQUEST)
}

/** Gives up a bottle for which it was asked, unless it drinks from it, or needs it and has the fork. */
function giveUpBottle(p: Processor<Message>, state: State, channel: Channel): void {
  if (!state.bottles[channel] || !state.bottleRequests[channel]) return
  if (state.needs[channel] && (state.thirst === 'drinks' || state.forks[channel] !== 'elsewhere')) return
  state.bottles[channel] = false
  p.send(channel, BOTTLE)
  askForBottle(p, state, channel)
}
