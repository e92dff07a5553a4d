import type { Condition, Run, RunMessage } from './run.ts'

/** How many events have happened by this time; those at this very instant count. */
export function eventsBy({ events }: Run, time: number): number {
  let [low, high] = [0, events.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (events[middle]!.time <= time) low = middle + 1
    else high = middle
  }
  return low
}

/** The time at which so many events have just happened; 0 before the first. */
export const timeAfter = ({ events }: Run, done: number): number => events[done - 1]?.time ?? 0

/** The messages that are in transit after the first `done` events, in the order of sending. */
export function inTransit({ messages, sentIn, processedIn }: Run, done: number): RunMessage[] {
  const found: RunMessage[] = []
  for (let id = 0; id < messages.length && sentIn[id]! < done; id++)
    if (processedIn[id]! < 0 || processedIn[id]! >= done) found.push(messages[id]!)
  return found
}

/** How far a message has come, from 0 to 1. */
export function progress({ sent, arrival }: RunMessage, time: number): number {
  return Math.min(1, Math.max(0, (time - sent) / (arrival - sent || 1)))
}

/** Follows the condition of all processors from one moment to the next, forward and back. */
export class Conditions {
  readonly of: Condition[]
  #done = 0
  readonly #run: Run

  constructor(run: Run) {
    this.#run = run
    this.of = Array.from({ length: run.instance.network.n }, () => 'asleep')
  }

  /** To where so many events have happened. */
  moveTo(done: number): void {
    const { events } = this.#run
    if (done < this.#done) {
      this.of.fill('asleep')
      this.#done = 0
    }
    for (; this.#done < done; this.#done++) {
      const { processor, condition } = events[this.#done]!
      this.of[processor] = condition
    }
  }
}
