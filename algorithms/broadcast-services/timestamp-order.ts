/** Delivery in the order of Lamport's timestamps; equal ones go by rank. */
import type { Channel, Processor } from '../../engine/index.ts'
import { type Ranks, rankOf, ranksOf } from './ranks.ts'

interface Stamped {
  readonly time: number
  readonly value: number
}
export type StampedBroadcast = { readonly type: 'broadcast' } & Stamped

export interface Names {
  readonly id: number
  readonly neighborIds: readonly number[]
}
export interface StampedState {
  readonly id: number
  readonly names: readonly number[]
  readonly ranks: Ranks
  /** The largest timestamp that it has seen or given. */
  clock: number
  /** By channel, the last timestamp that came. */
  readonly last: number[]
  /** What has not been delivered, the next first. */
  held: (Stamped & { readonly from: number; readonly rank: number })[]
}

export const stampedState = ({ id, neighborIds }: Names): StampedState => ({
  id,
  names: [...neighborIds],
  ranks: ranksOf({ id, neighborIds }),
  clock: 0,
  last: neighborIds.map(() => 0),
  held: [],
})

/** Gives what it is asked to broadcast a timestamp and sends it to all; it waits for its turn from now on. */
export function broadcast(p: Processor<StampedBroadcast>, state: StampedState, value: number): void {
  const time = ++state.clock
  hold(state, { time, value, from: state.id, rank: state.ranks.own })
  p.sendToAll({ type: 'broadcast', time, value })
  deliverInTurn(p, state)
}

/** Takes note of the timestamp of somebody who has broadcast nothing. */
export function hear(
  p: Processor,
  state: StampedState,
  { time }: { readonly time: number },
  by: Channel,
): void {
  state.last[by] = time
  deliverInTurn(p, state)
}

/** A broadcast of another processor. */
export function receive(state: StampedState, { time, value }: Stamped, by: Channel): void {
  state.last[by] = time
  hold(state, { time, value, from: state.names[by]!, rank: rankOf(state.ranks, by) })
}

function hold({ held }: StampedState, one: StampedState['held'][number]): void {
  const place = held.findIndex(({ time, rank }) => time > one.time || (time === one.time && rank > one.rank))
  held.splice(place < 0 ? held.length : place, 0, one)
}

/**
 * Delivers everything whose turn it is: the least, once everyone has sent a timestamp as large, for then all that still
 * come have larger ones.
 */
export function deliverInTurn(p: Processor, { held, last, clock }: StampedState): void {
  const reached = Math.min(clock, ...last)
  while (held.length > 0 && held[0]!.time <= reached) {
    const { from, value } = held.shift()!
    p.output('deliver', { from, value })
  }
}
