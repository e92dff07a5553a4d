import { mixed } from '../../random.ts'
import type { ScheduleView } from '../schedule-view.ts'

/** Which message is processed next: the one of the least key, of equal ones the first sent. */
interface Rule {
  readonly name: string
  readonly summary: string
  /** Between −2^38 and 2^38; it may depend on a seed. */
  key(view: ScheduleView, message: number, seed: number): number
}

/** More than the number of any message. */
const beyond = 2 ** 30
/** Counts are cut off here, so that a key made of a count and a number stays within its bounds. */
const capped = (count: number): number => Math.min(count, 255)

const fresh = (view: ScheduleView, message: number): boolean => view.active[view.receiverOf(message)] === 0

/** The rules of an adversary that knows states and messages, but not what the algorithm is about. */
export const rules: readonly Rule[] = [
  {
    name: 'random',
    summary: 'any message in transit, all alike',
    key: (_, message, seed) => mixed(mixed(message ^ seed) + seed),
  },
  {
    name: 'first-sent',
    summary: 'the message that has waited longest',
    key: (_, message) => message,
  },
  {
    name: 'last-sent',
    summary: 'the message sent last: each consequence is played out before anything older',
    key: (_, message) => -message,
  },
  {
    name: 'fast-chain',
    summary: 'a fast chain through everyone who has not taken part, the rest slow, in the order of sending',
    key: (view, message) => (fresh(view, message) ? -message - 1 : message),
  },
  {
    name: 'fast-chain-last-sent',
    summary: 'a fast chain through everyone who has not taken part, then the message sent last',
    key: (view, message) => (fresh(view, message) ? -message - beyond : -message),
  },
  {
    name: 'fast-chain-by-channel',
    summary: 'a fast chain like fast-chain, which leaves each processor by its first channel',
    key: (view, message) =>
      fresh(view, message) ? view.slotOf(message) - view.depthOf(message) * 2 ** 14 - beyond : message,
  },
  {
    name: 'spread-late',
    summary: 'whoever has not taken part is kept out of it as long as possible',
    key: (view, message) => (fresh(view, message) ? beyond + message : -message),
  },
  {
    name: 'longest-chain',
    summary: 'the end of the longest causal chain, so that short paths are slow',
    key: (view, message) => -view.depthOf(message),
  },
  {
    name: 'shortest-chain',
    summary: 'the end of the shortest causal chain, so that long paths are slow',
    key: (view, message) => view.depthOf(message),
  },
  {
    name: 'busiest',
    summary: 'to the processor that has processed most',
    key: (view, message) => -capped(view.heard[view.receiverOf(message)]!),
  },
  {
    name: 'starve-slots',
    summary: 'by channel: the first of all first, so that the last starves',
    key: (view, message) => view.slotOf(message),
  },
  {
    name: 'starve-slots-from-first',
    summary: 'by channel: the last of all first, so that the first starves',
    key: (view, message) => -view.slotOf(message),
  },
  {
    name: 'most-sends',
    summary: 'the message upon which most is sent, looking one step ahead; of these the last',
    key: (view, message) => -message - beyond * capped(view.sendsUpon(message)),
  },
  {
    name: 'fewest-sends',
    summary: 'the message upon which least is sent, looking one step ahead; of these the last',
    key: (view, message) => -message + beyond * capped(view.sendsUpon(message)),
  },
]
