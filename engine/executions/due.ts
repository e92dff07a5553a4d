import { Heap } from 'heap-js'
import type { RecordedEvent } from './format.ts'

/** Why a processor must have a computation event at a time: it wakes by itself, comes back after a crash, its round comes, a message arrives, or a timer goes off. */
export interface Due {
  readonly time: number
  readonly processor: number
  readonly kind: 'wake-up' | 'recovery' | 'round' | 'message' | 'timeout'
  /** The receiver's channel; −1 if there is no message. */
  readonly channel: number
  /** The number of the message; −1 if there is none. */
  readonly message: number
}

/** What is due, in the order in which it must happen: by time, processor, channel and order of sending. */
export class Dues {
  readonly #heap = new Heap<Due>(
    (a, b) => a.time - b.time || a.processor - b.processor || a.channel - b.channel || a.message - b.message,
  )

  /** All that wake by themselves, in rounds in the first that is not earlier. */
  wakeAll(wakeTimes: ArrayLike<number>, synchronous: boolean): void {
    for (let processor = 0; processor < wakeTimes.length; processor++) {
      const time = synchronous ? Math.ceil(wakeTimes[processor]!) : wakeTimes[processor]!
      if (time !== Number.POSITIVE_INFINITY)
        this.#heap.push({ time, processor, kind: 'wake-up', channel: -1, message: -1 })
    }
  }

  round(time: number, processor: number): void {
    this.#heap.push({ time, processor, kind: 'round', channel: -1, message: -1 })
  }

  message(time: number, processor: number, channel: number, message: number): void {
    this.#heap.push({ time, processor, kind: 'message', channel, message })
  }

  /** What comes first; undefined if nothing is due any more. */
  get first(): Due | undefined {
    return this.#heap.peek()
  }

  /** Takes out all that comes first if it is due for this processor at this time. */
  take(time: number, processor: number): Due[] {
    const taken: Due[] = []
    for (;;) {
      const due = this.#heap.peek()
      if (due === undefined || due.time !== time || due.processor !== processor) return taken
      taken.push(this.#heap.pop()!)
    }
  }

  /** A processor crashes, until a time: what would reach it before is forgotten, and so are its rounds. */
  crash(processor: number, back = Number.POSITIVE_INFINITY): void {
    const stays = (due: Due) => due.processor !== processor || (due.time >= back && due.kind !== 'round')
    const kept = this.#heap.toArray().filter(stays)
    this.#heap.clear()
    this.#heap.addAll(kept)
    if (back < Number.POSITIVE_INFINITY)
      this.#heap.push({ time: back, processor, kind: 'recovery', channel: -1, message: -1 })
  }

  /** What comes first of all that matters. */
  firstThat(matters: (due: Due) => boolean): Due | undefined {
    const [first] = this.#heap
      .toArray()
      .filter(matters)
      .sort((a, b) => a.time - b.time || a.processor - b.processor)
    return first
  }
}

/** The event of a processor in which this is due, as far as it is known before it happens. */
export const eventOf = ({ time, processor }: Due, due: readonly Due[]): RecordedEvent => ({
  time,
  processor,
  wakes: due.some(({ kind }) => kind === 'wake-up'),
  recovers: due.some(({ kind }) => kind === 'recovery'),
  processed: [],
  sent: [],
  terminates: false,
})

/** In words, what is due: “p_3 at 1.5, when m_7 arrives”. */
export function describeDue({ time, processor, kind, message }: Due): string {
  const reason = {
    'wake-up': 'it wakes by itself',
    recovery: 'it comes back',
    round: 'it takes its round',
    message: `m_${message} arrives`,
    timeout: 'a timer goes off',
  }
  return `p_${processor} at ${time}, when ${reason[kind]}`
}

/** The earlier of what is due and the next timer that goes off; undefined if there is neither. */
export function earlier(
  due: Due | undefined,
  alarm: { readonly time: number; readonly processor: number } | null,
): Due | undefined {
  if (alarm === null) return due
  const later = due === undefined || alarm.time < due.time
  const first = later || (alarm.time === due.time && alarm.processor < due.processor)
  return first ? { ...alarm, kind: 'timeout', channel: -1, message: -1 } : due
}
