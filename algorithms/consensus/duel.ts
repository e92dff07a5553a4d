import type { Adversary, DelayBounds, Instance } from '../../engine/index.ts'
import { longestWait, type State } from './paxos-ballots.ts'

/** What is not held up takes so long. */
const quick = 0.01

/**
 * The scheduler of duelling proposers, as far as delays may be that long. Everything is quick but the proposals of phase 2:
 * each is held up until a processor that has not decided must have run out of patience and begun a later ballot, which
 * all have promised by then. So nobody accepts anything, and nobody decides, until patience is longer than `max`.
 */
export function duel(_: Instance, { max }: DelayBounds): Adversary<State> {
  return {
    delay({ sender, message, configuration }) {
      if (message.type !== 'accept') return quick
      let patience = Number.POSITIVE_INFINITY
      for (const [p, state] of configuration.states.entries())
        if (p !== sender && state.decided === null) patience = Math.min(patience, longestWait(state))
      return Math.min(max, patience + 4 * quick)
    },
  }
}
