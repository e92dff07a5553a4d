import { grown } from '../typed-arrays.ts'

/**
 * How long it can take from one step of a schedule to a later one when no delay exceeds 1.
 *
 * For that, all that comes before the first of the two happens at once, so that whatever is in transit then is due one
 * unit later; from there on each step comes as late as may be (see `latestLevels`). No way to give times to the steps in
 * this order lets more time pass between the two, since each of these deadlines holds in all of them.
 */
export class Spans {
  /** By step: the first message that was not processed before it, and how many had been sent. */
  #first = new Uint32Array(256)
  #sent = new Uint32Array(256)
  #steps = 0
  /** By message: the step that sent it, and whether it was processed. */
  #sentIn = new Uint32Array(256)
  #processed = new Uint8Array(256)
  #messages = 0
  #waiting = 0
  #levels = new Uint32Array(256)

  /** The number of the step that is being taken. */
  get step(): number {
    return this.#steps - 1
  }

  /** A step is taken that processes this message, or none if it is negative. */
  begin(message: number): void {
    if (this.#steps === this.#first.length) {
      this.#first = grown(this.#first)
      this.#sent = grown(this.#sent)
      this.#levels = grown(this.#levels)
    }
    while (this.#waiting < this.#messages && this.#processed[this.#waiting] === 1) this.#waiting++
    this.#first[this.#steps] = this.#waiting
    this.#sent[this.#steps++] = this.#messages
    if (message >= 0) this.#processed[message] = 1
  }

  /** The step sends so many messages, which are numbered in the order of sending. */
  send(count: number): void {
    while (this.#messages + count > this.#sentIn.length) {
      this.#sentIn = grown(this.#sentIn)
      const processed = new Uint8Array(this.#sentIn.length)
      processed.set(this.#processed)
      this.#processed = processed
    }
    this.#sentIn.fill(this.step, this.#messages, this.#messages + count)
    this.#messages += count
  }

  /** The most time from one step to a later one, or the same: a whole number of units, which it comes as close to as one likes. */
  between(start: number, end: number): number {
    const levels = this.#levels
    let now = 0
    for (let step = start + 1; step <= end; step++) {
      const first = this.#first[step]!
      if (first < this.#sent[step]!) {
        const sentIn = this.#sentIn[first]!
        now = (sentIn <= start ? 0 : levels[sentIn]!) + 1
      }
      levels[step] = now
    }
    return now
  }
}
