import type { Channel, ConfigurationView } from '../../engine/index.ts'

/** An event of a processor as its observer notes it. `T` is its timestamp. */
interface Noted<T> {
  readonly time: T
  /** The channel that the message came by which it processes, and the number of the event that sent it; −1 for a start. */
  readonly from: Channel
  readonly event: number
}

/** What an observer has in its state that notes events. */
export interface Noting<T> {
  readonly log: Noted<T>[]
}

/** An event in all of them: which of which processor. */
export interface Place {
  readonly p: number
  readonly i: number
}

/** The events just before one: the processor's last, and that which sent the message. */
export function before<T>(
  { states, instance: { network } }: ConfigurationView<Noting<T>>,
  { p, i }: Place,
): Place[] {
  const { from, event } = states[p]!.log[i]!
  const own = i === 0 ? [] : [{ p, i: i - 1 }]
  return from < 0 ? own : [...own, { p: network.neighbor(p, from), i: event }]
}

/** All events, each as its processor and its number there. */
export const places = <T>({ states }: ConfigurationView<Noting<T>>): Place[] =>
  states.flatMap(({ log }, p) => log.map((_, i) => ({ p, i })))
