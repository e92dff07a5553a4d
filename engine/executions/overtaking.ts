/** Watches over channels that are first in, first out. */
export class Overtaking {
  /** By processor and channel, when the latest message arrives. */
  readonly #latest: (number[] | undefined)[] = []

  /** Whether a message that is sent now arrives before one that was sent before on the channel. */
  overtakes(processor: number, channel: number, arrival: number): boolean {
    const latest = (this.#latest[processor] ??= [])
    if (arrival < (latest[channel] ?? 0)) return true
    latest[channel] = arrival
    return false
  }
}
