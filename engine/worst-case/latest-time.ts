/**
 * The time of the latest possible events of a schedule. Each happens at the earliest deadline in transit, so the messages in
 * transit are always due now or one unit from now, and time goes on when none is due now.
 */
export class LatestTime {
  now = 0
  /** How many messages in transit are due now, and one unit from now. */
  #due = 0
  #dueLater = 0

  /** Goes on to the earliest deadline in transit. */
  pass(): void {
    if (this.#due > 0 || this.#dueLater === 0) return
    this.now++
    this.#due = this.#dueLater
    this.#dueLater = 0
  }

  /** So many messages are sent; their deadline. */
  sent(count: number): number {
    this.#dueLater += count
    return this.now + 1
  }

  processed(deadline: number): void {
    if (deadline === this.now) this.#due--
    else this.#dueLater--
  }
}
