import type { Adversary, Instance } from '../../engine/index.ts'
import type { Message, State } from './ben-or-phases.ts'

/**
 * The scheduler that keeps Ben-Or’s algorithm from deciding. The first ⌊n/2⌋ − 1 reports of either value are fast. With
 * its own, nobody has more than ⌊n/2⌋ of one value before it has one of the other; so if f = ⌈n/2⌉ − 1, everyone stops
 * listening without a majority, and flips a coin, unless all report the same. All phases begin at the same times.
 */
export function splitVotes({ network: { n } }: Instance): Adversary<State, Message> {
  const fast = new Map<string, boolean>()
  const named = new Map<string, number>()
  return {
    delay({ sender, time, message: { type, phase, value } }) {
      if (type === 'proposal') {
        const left = phase * 1.5 - time
        return left > 0 && left <= 1 ? left : 1
      }
      const who = `${sender} ${phase}`
      if (!fast.has(who)) {
        const vote = `${value} ${phase}`
        const number = (named.get(vote) ?? 0) + 1
        named.set(vote, number)
        fast.set(who, number < Math.floor(n / 2))
      }
      return fast.get(who) ? 0.5 : 1
    },
  }
}
