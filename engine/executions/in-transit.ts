import { grown } from '../growth.ts'

/**
 * The numbers of the messages in transit, found by the receiver's slot and the time of arrival. Messages are numbered
 * in the order in which they are added.
 */
export class InTransit {
  /** By slot, the place of the message first sent, plus one; 0 if there is none. */
  readonly #first: Uint32Array
  /** By place: the place of the message sent next on the same slot, plus one; or the next free place. */
  #next = new Uint32Array(1024)
  #numbers = new Float64Array(1024)
  #arrivals = new Float64Array(1024)
  #free = 0
  #used = 0
  #count = 0

  constructor(slots: number) {
    this.#first = new Uint32Array(slots)
  }

  add(slot: number, arrival: number): void {
    const place = this.#takePlace()
    this.#numbers[place - 1] = this.#count++
    this.#arrivals[place - 1] = arrival
    this.#next[place - 1] = 0
    let last = this.#first[slot]!
    if (last === 0) this.#first[slot] = place
    else {
      while (this.#next[last - 1] !== 0) last = this.#next[last - 1]!
      this.#next[last - 1] = place
    }
  }

  /** The message on this slot that arrives now, of several the one sent first. One that there is not has number 2^53 − 1. */
  remove(slot: number, now: number): number {
    let previous = 0
    for (let place = this.#first[slot]!; place !== 0; place = this.#next[place - 1]!) {
      if (this.#arrivals[place - 1] === now) {
        const rest = this.#next[place - 1]!
        if (previous === 0) this.#first[slot] = rest
        else this.#next[previous - 1] = rest
        this.#next[place - 1] = this.#free
        this.#free = place
        return this.#numbers[place - 1]!
      }
      previous = place
    }
    return Number.MAX_SAFE_INTEGER
  }

  #takePlace(): number {
    const place = this.#free
    if (place !== 0) {
      this.#free = this.#next[place - 1]!
      return place
    }
    if (this.#used === this.#next.length) {
      this.#next = grown(this.#next)
      this.#numbers = grown(this.#numbers)
      this.#arrivals = grown(this.#arrivals)
    }
    return ++this.#used
  }
}
