import type { Finding, HistoryEvent, Value } from '../model/index.ts'

/**
 * What was written once, with all reads that give it. Places are those of events in the history, from 0; the initial value
 * was written before it.
 */
interface Cluster {
  readonly value: Value
  /** The place of the first response. */
  first: number
  /** The place of the last invocation. */
  last: number
}

/**
 * Follows whether a register is linearizable in which nothing is written twice. In a legal order, what belongs to one
 * value stands together. One value comes before another where an operation of the one was answered before one of the
 * other was invoked; the register is linearizable exactly if no two values both come before the other, and nothing is
 * read before it is written. Gibbons & Korach 1997.
 *
 * Values are forgotten that have been overwritten for all operations that are pending or to come, so there are about as
 * many as there are processors. O(n) time for each event.
 */
export class AtomicRegister {
  readonly #clusters = new Map<Value, Cluster>()
  /** By processor, the place of the invocation that is pending, or Infinity, and what it asks. */
  readonly #pending: Float64Array
  readonly #writes: Value[]
  /** The last invocation of a value that was forgotten. */
  #forgotten = Number.NEGATIVE_INFINITY
  #place = 0

  constructor(n: number, initial: Value = null) {
    this.#clusters.set(initial, { value: initial, first: -1, last: -1 })
    this.#pending = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
    this.#writes = new Array<Value>(n)
  }

  add(event: HistoryEvent): Finding {
    const place = this.#place++
    const { processor } = event
    if (event.kind === 'output') return true
    if (event.kind === 'invocation') {
      const { operation, argument: value } = event
      this.#pending[processor] = place
      this.#writes[processor] = operation === 'write' ? value : undefined
      if (operation === 'write')
        this.#clusters.set(value, { value, first: Number.POSITIVE_INFINITY, last: place })
      return true
    }
    const written = this.#writes[processor]
    const value = written === undefined ? (event.result ?? null) : written
    const finding = this.#answered(value, this.#pending[processor]!, place)
    this.#pending[processor] = Number.POSITIVE_INFINITY
    if (finding !== true) return `p_${processor} reads ${value} at time ${event.time}, ${finding}`
    this.#forget()
    return true
  }

  #answered(value: Value, invoked: number, responded: number): Finding {
    const cluster = this.#clusters.get(value)
    if (cluster === undefined)
      return 'which nobody has written, or another value had replaced before it asked'
    cluster.first = Math.min(cluster.first, responded)
    cluster.last = Math.max(cluster.last, invoked)
    for (const other of this.#clusters.values())
      if (other !== cluster && cluster.first < other.last && other.first < cluster.last)
        return `which ${other.value} had replaced before it asked`
    return true
  }

  /** Values that come before another which comes before all that is pending or will be asked. */
  #forget(): void {
    const oldest = this.#pending.reduce((least, place) => Math.min(least, place), this.#place)
    // The last invocations of the two latest of all values that come before everything pending.
    let [latest, second] = [this.#forgotten, Number.NEGATIVE_INFINITY]
    for (const { first, last } of this.#clusters.values()) {
      if (first >= oldest) continue
      if (last > latest) [latest, second] = [last, latest]
      else if (last > second) second = last
    }
    for (const { value, first, last } of this.#clusters.values()) {
      if (first >= oldest || first >= (last === latest ? second : latest)) continue
      this.#clusters.delete(value)
      this.#forgotten = Math.max(this.#forgotten, last)
    }
  }
}
