import {
  type Algorithm,
  atMost,
  type Dining,
  dining,
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

interface Input {
  readonly id: number
  readonly neighborIds: readonly number[]
}

const S = finalQuantity<Forks>('the sum of the degrees of all who ate, once for each meal', (final) =>
  sumOver(final, ({ meals, forks }) => meals * forks.length),
)
const M = finalQuantity<Forks>('the forks that are not where they were first', (final) =>
  sumOver(final, movedForks),
)

/**
 * Chandy and Misra's dining philosophers: neighbours share a fork, and who has all of its forks may eat. A fork becomes
 * dirty when it is used. Who is asked for a dirty fork gives it up, cleaned, and keeps a clean one until it has eaten. So
 * whoever has eaten gives way, and in no circle does everybody wait for the next.
 */
export const diningChandyMisra: Algorithm<Forks, ForkMessage, Input, Dining> = {
  name: 'dining-chandy-misra',
  title: 'Dining philosophers',
  summary: 'neighbours share forks, which are dirty once used, and eat with all of theirs',
  source: 'Chandy & Misra 1984',
  remarks:
    'Of two neighbours, the one with the smaller identifier has the fork first, dirty. The order of messages on a channel does not matter: a request that overtakes the fork finds a processor that is hungry, who would keep the clean fork as well.',
  requires: { identifiers: true, neighborIdentifiers: true },
  terminates: false,
  service: dining,

  initially: ({ id, neighborIds }) => laidForks(id, neighborIds),

  uponInvoking: {
    eat(p, state) {
      becomeHungry(p, state)
      answerIfEating(p, state)
    },
    think(p, state) {
      finishMeal(p, state)
      p.respond()
    },
  },

  uponReceiving: {
    request: (p, state, _message, from) => forkRequested(p, state, from),
    fork(p, state, _message, from) {
      forkArrived(state, from)
      answerIfEating(p, state)
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

/** A fork comes only to one who is hungry, and its last one lets it eat. */
function answerIfEating(p: Processor<ForkMessage>, state: Forks): void {
  if (state.mood === 'eats') p.respond()
}
