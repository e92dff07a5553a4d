/** Whom messages have reached, as an adversary knows it who has chosen all their delays. */
export class Reached {
  /** By processor, when the first message arrives that is on its way or has come; Infinity if there is none. */
  readonly #first: Float64Array
  /** By processor, over how many channels that message has come since it was news. */
  readonly #hops: Uint32Array

  constructor(n: number) {
    this.#first = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
    this.#hops = new Uint32Array(n)
  }

  /** Whether something had reached the processor by this time, or it had begun by itself. */
  by(time: number, processor: number): boolean {
    return this.#first[processor]! <= time
  }

  /** Over how many channels news that this processor sends now has come to its receiver. */
  hopsFrom(sender: number): number {
    return this.#hops[sender]! + 1
  }

  /** A processor sends a message that takes so long; whoever sends unreached has begun by itself. */
  note(sender: number, receiver: number, time: number, delay: number): void {
    if (this.#first[sender]! > time) {
      this.#first[sender] = time
      this.#hops[sender] = 0
    }
    if (this.#first[receiver]! <= time + delay) return
    this.#first[receiver] = time + delay
    this.#hops[receiver] = this.hopsFrom(sender)
  }
}
