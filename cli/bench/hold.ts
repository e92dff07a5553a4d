import { DelaySource, type EventQueue, Outbox, Streams } from '../../engine/index.ts'
import { pholdDelays } from './phold.ts'

/** A power of two. The delays are drawn beforehand and used in turn, so that only the queue is measured. */
const delaysDrawn = 2 ** 16

/**
 * The classic hold model (Jones 1986) with the delays of PHOLD: a queue of `events` events, of which the first is taken
 * out and put back later, again and again. Returns what does so `count` times.
 */
export function holdModel(queue: EventQueue, events: number): (count: number) => void {
  const delays = new Float64Array(delaysDrawn)
  new DelaySource(pholdDelays(new Streams(1).stream('delays'))).draw(
    new Uint32Array(),
    0,
    delaysDrawn,
    delays,
  )
  const sent = new Outbox()
  sent.length = 1
  let drawn = 0
  const enter = (now: number, receiver: number): void => {
    sent.arrivals[0] = now + delays[drawn++ & (delaysDrawn - 1)]!
    sent.receivers[0] = receiver
    queue.enter(sent)
  }
  for (let i = 0; i < events; i++) enter(0, i)
  return (count) => {
    for (let i = 0; i < count; i++) {
      const event = queue.pop()
      const { times, words } = queue.events
      enter(times[2 * event]!, words[4 * event + 2]!)
    }
  }
}
