import type { Adversary, Network } from '../../model/index.ts'
import { mixed } from '../../random.ts'

/**
 * How fast a message is: there at once, so that a thousand can come one after the other while another one takes its time; as
 * late as a bound of 1 lets it; held up until a time, far beyond that bound; or, as a number, there at this very time.
 */
export type Pace = 'soon' | 'late' | 'held' | number

/** How fast some messages are: all from one processor to another, or the one of them with this number, from 0. */
interface Paced {
  readonly sender: number
  readonly receiver: number
  /** Null: all. */
  readonly turn: number | null
  readonly pace: Pace
}

/** How long messages take in an asynchronous execution, at most 1 but for those that are held up. */
export interface Paces {
  /** What the delays of all others are drawn from, between 1/8 and 7/8. Null: all take 1/2. */
  readonly seed: number | null
  /** All that is held up is there by this time; what is sent later takes as long as others. Null: nothing may be held up. */
  readonly heldUntil: number | null
  /** One that is about a message alone counts before one that is about all. */
  readonly list: readonly Paced[]
}

/** With these paces, in the place of those that are about the same messages. */
export function withPaces(paces: Paces, added: Paces['list']): Paces {
  const about = ({ sender, receiver, turn }: Paced) => `${sender} ${receiver} ${turn}`
  const same = new Set(added.map(about))
  return { ...paces, list: [...paces.list.filter((one) => !same.has(about(one))), ...added] }
}

/** The largest delay that there can be. */
export const longestDelay = ({ heldUntil, list }: Paces): number =>
  list.reduce((most, { pace }) => {
    const until = pace === 'held' ? heldUntil : pace
    return typeof until === 'number' ? Math.max(most, until + 1) : most
  }, 1)

/** About how long it takes what comes at once. */
const moment = 2 ** -11

/** The adversary that chooses such delays, for one execution. */
export function pacing({ seed, heldUntil, list }: Paces, { n }: Network): Adversary {
  const known = new Map(list.map((one) => [keyOf(one.sender * n + one.receiver, one.turn), one.pace]))
  const turns = new Map<number, number>()
  return {
    delay({ sender, receiver, time }) {
      const way = sender * n + receiver
      const turn = turns.get(way) ?? 0
      turns.set(way, turn + 1)
      const drawn = seed === null ? 1 / 2 : mixed(mixed(way ^ seed) + turn) / 2 ** 32
      const pace = known.get(keyOf(way, turn)) ?? known.get(keyOf(way, null))
      if (pace === 'soon') return moment * (1 + drawn)
      if (pace === 'late') return 1 - moment * drawn
      if (typeof pace === 'number') return Math.max(pace - time, moment)
      if (pace === 'held' && time < heldUntil!) return heldUntil! - time + moment * (1 + drawn)
      return 1 / 8 + (3 / 4) * drawn
    },
  }
}

/** Of a way and a turn on it; the way alone is −1. */
const keyOf = (way: number, turn: number | null): number => way * turnsMax + (turn ?? -1) + 1
const turnsMax = 2 ** 30
