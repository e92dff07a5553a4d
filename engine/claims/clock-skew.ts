/** What clock synchronisation is about: how far apart adjusted clocks are, and how uncertain delays are. */
import type { Column, InstanceQuantity } from '../model/index.ts'

/**
 * The column `skew` of an algorithm that synchronises clocks: the largest difference of two adjusted clocks when the
 * execution ends. An adjusted clock shows what the hardware clock does, and `adjustment` of its processor on top. Attiya &
 * Welch, 2nd edition, section 6.3.
 */
export const clockSkew = <S extends object>(adjustment: (state: S) => number): Column<S> => ({
  description: 'the largest difference of two adjusted clocks in the end',
  read({ instance: { clocks }, states, now = 0 }) {
    const shown = states.map((state, p) => (clocks?.[p]?.at(now) ?? now) + adjustment(state))
    return Math.max(...shown) - Math.min(...shown)
  },
})

/** u: how far the delays that processors know of are apart, the longest less the shortest. */
export const delayUncertainty: InstanceQuantity = {
  description: 'the longest delay less the shortest, as processors know them',
  value: ({ delayBounds }) => (delayBounds === null ? Number.NaN : delayBounds.max - delayBounds.min),
}
