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

/**
 * Of some events, by their indices: whether one happens before the other. Each event has a row of bits, which of these happen
 * before it: those of the events just before it, and these themselves. Rows are filled as soon as those before them are.
 */
export function orderOf<T>(
  view: ConfigurationView<Noting<T>>,
  some: readonly Place[],
): (a: number, b: number) => boolean {
  const { states } = view
  const words = Math.ceil(some.length / 32)
  const rows = states.map(({ log }) => new Int32Array(log.length * words))
  const marks = states.map(({ log }) => new Int32Array(log.length).fill(-1))
  for (const [index, { p, i }] of some.entries()) marks[p]![i] = index
  const filled = states.map(() => 0)
  const fill = (p: number, i: number, earlier: readonly Place[]) => {
    for (const { p: q, i: k } of earlier) {
      for (let word = 0; word < words; word++) rows[p]![i * words + word]! |= rows[q]![k * words + word]!
      const mark = marks[q]![k]!
      if (mark >= 0) rows[p]![i * words + (mark >> 5)]! |= 1 << (mark & 31)
    }
    filled[p]!++
  }
  for (let moved = true; moved; ) {
    moved = false
    for (const [p, { log }] of states.entries())
      for (let i = filled[p]!; i < log.length; i++) {
        const earlier = before(view, { p, i })
        if (!earlier.every(({ p: q, i: k }) => k < filled[q]!)) break
        fill(p, i, earlier)
        moved = true
      }
  }
  return (a, b) => ((rows[some[b]!.p]![some[b]!.i * words + (a >> 5)]! >> (a & 31)) & 1) === 1
}
