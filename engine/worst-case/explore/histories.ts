import type { Crossing, History, HistoryEvent } from '../../model/index.ts'

/** What one step adds. */
type Addition = readonly (Crossing & { readonly processor: number })[]

/** What has crossed the interfaces of processors, numbered: two are the same just if they are equal. Number 0 is empty. */
export class Histories {
  /** By history: the one that it continues, and what has come to it. */
  readonly #before: number[] = [-1]
  readonly #added: Addition[] = [[]]
  readonly #numbers = new Map<string, number>()

  /** The history that continues one. */
  after(history: number, processor: number, crossings: readonly Crossing[]): number {
    if (crossings.length === 0) return history
    const text = `${history} ${processor} ${JSON.stringify(crossings)}`
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#before.length)
    this.#before.push(history)
    return this.#added.push(crossings.map((crossing) => ({ ...crossing, processor }))) - 1
  }

  /** The events of a history; their times are their places in it. */
  events(history: number): History {
    const parts: Addition[] = []
    for (let here = history; here > 0; here = this.#before[here]!) parts.push(this.#added[here]!)
    const latest: number[] = []
    let asked = 0
    return parts
      .reverse()
      .flat()
      .map((crossing, time): HistoryEvent => {
        if (crossing.kind === 'output') return { ...crossing, time }
        if (crossing.kind === 'invocation') latest[crossing.processor] = asked++
        return { ...crossing, time, id: latest[crossing.processor]! }
      })
  }
}
