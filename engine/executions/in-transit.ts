/**
 * The numbers of the messages in transit, found by the receiver's slot and the time of arrival. Messages are numbered
 * in the order in which they are added. Mostly there is one on a slot, if any, and finding it reads one number.
 */
export class InTransit {
  /** By slot: the number of the message there sent first, plus one, or 0; and when it arrives. */
  readonly #numbers: Uint32Array
  readonly #arrivals: Float64Array
  /** By slot: the others there, in the order of sending. */
  readonly #others = new Map<number, { readonly number: number; readonly arrival: number }[]>()
  #count = 0

  constructor(slots: number) {
    this.#numbers = new Uint32Array(slots)
    this.#arrivals = new Float64Array(slots)
  }

  add(slot: number, arrival: number): void {
    const number = ++this.#count
    if (this.#numbers[slot] === 0) {
      this.#numbers[slot] = number
      this.#arrivals[slot] = arrival
    } else {
      const others = this.#others.get(slot)
      if (others === undefined) this.#others.set(slot, [{ number, arrival }])
      else others.push({ number, arrival })
    }
  }

  /**
   * The message on this slot that arrives now, of several the one sent first; if there is only one, that one. One
   * that there is not has number 2^53 − 1.
   */
  remove(slot: number, now: number): number {
    const number = this.#numbers[slot]!
    const others = this.#others.size === 0 ? undefined : this.#others.get(slot)
    if (others === undefined) this.#numbers[slot] = 0
    else if (this.#arrivals[slot] === now) {
      const next = others.shift()!
      this.#numbers[slot] = next.number
      this.#arrivals[slot] = next.arrival
      if (others.length === 0) this.#others.delete(slot)
    } else {
      const place = others.findIndex(({ arrival }) => arrival === now)
      if (place < 0) return Number.MAX_SAFE_INTEGER
      const [found] = others.splice(place, 1)
      if (others.length === 0) this.#others.delete(slot)
      return found!.number - 1
    }
    return number === 0 ? Number.MAX_SAFE_INTEGER : number - 1
  }
}
