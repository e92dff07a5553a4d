/** Watches over channels that are first in, first out. */
export class Overtaking {
  /** By processor and channel, when the latest message arrives. */
  readonly #latest: (number[] | undefined)[] = []

  /** What is wrong if a message that is sent now arrives then: before one that was sent before on the channel; or null. */
  problem(processor: number, channel: number, arrival: number): string | null {
    const latest = (this.#latest[processor] ??= [])
    if (arrival < (latest[channel] ?? 0)) return 'overtakes another on its channel'
    latest[channel] = arrival
    return null
  }
}
