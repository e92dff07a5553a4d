import type { Adversary, Network } from '../../model/index.ts'
import { mixed } from '../../random.ts'

/** How fast some messages are: all from one processor to another, or the one of them with this number, from 0. */
interface Pace {
  readonly sender: number
  readonly receiver: number
  /** Null: all. */
  readonly turn: number | null
  /** At once, so that a thousand can come one after the other while another one takes its time; or as late as may be. */
  readonly pace: 'soon' | 'late'
}

/** How long messages take in an asynchronous execution, at most 1. */
export interface Paces {
  /** What the delays of all others are drawn from, between 1/8 and 7/8. Null: all take 1/2. */
  readonly seed: number | null
  /** One that is about a message alone counts before one that is about all. */
  readonly list: readonly Pace[]
}

/** About how long it takes what comes at once. */
const moment = 2 ** -11

/** The adversary that chooses such delays, for one execution. */
export function pacing({ seed, list }: Paces, { n }: Network): Adversary {
  const known = new Map(list.map((one) => [keyOf(one.sender * n + one.receiver, one.turn), one.pace]))
  const turns = new Map<number, number>()
  return {
    delay({ sender, receiver }) {
      const way = sender * n + receiver
      const turn = turns.get(way) ?? 0
      turns.set(way, turn + 1)
      const drawn = seed === null ? 1 / 2 : mixed(mixed(way ^ seed) + turn) / 2 ** 32
      const pace = known.get(keyOf(way, turn)) ?? known.get(keyOf(way, null))
      if (pace === 'soon') return moment * (1 + drawn)
      return pace === 'late' ? 1 - moment * drawn : 1 / 8 + (3 / 4) * drawn
    },
  }
}

/** Of a way and a turn on it; the way alone is −1. */
const keyOf = (way: number, turn: number | null): number => way * turnsMax + (turn ?? -1) + 1
const turnsMax = 2 ** 30
