import { duration } from './duration.ts'
import { short } from './progress-line.ts'

/** Nothing is shown of runs that are shorter. */
const soonestMs = 2000

/** The numbers of what stands in a place. */
type PlaceIn = Readonly<Record<'processor' | 'time' | 'messages', number>>

/** Shows how far a long simulation is, on stderr: one line that changes on a terminal, else a line every few seconds. */
export class SimulationLine {
  readonly #terminal = process.stderr.isTTY === true
  #start = Number.POSITIVE_INFINITY
  #last = Number.NEGATIVE_INFINITY
  readonly #place: Float64Array
  #placeIn: PlaceIn | null = null

  /** `place`: where the simulation says how far it is. */
  constructor(place: Float64Array) {
    this.#place = place
  }

  /** The run begins now. */
  begin(placeIn: PlaceIn): void {
    this.#placeIn = placeIn
    this.#start = performance.now()
  }

  show(): void {
    const now = performance.now()
    if (this.#placeIn === null) return
    if (now - this.#start < soonestMs || now - this.#last < (this.#terminal ? 200 : 5000)) return
    this.#last = now
    const { processor: p, time: t, messages: m } = this.#placeIn
    const [processor, time, messages] = [p, t, m].map((i) => this.#place[i]!)
    const seconds = duration((now - this.#start) / 1000)
    const text = `time ${Number(time!.toPrecision(6))}, p_${processor}, ${short(messages!)} messages, ${seconds}`
    process.stderr.write(this.#terminal ? `\r\x1b[2K${text}` : `${text}\n`)
  }

  /** Takes the line away. */
  end(): void {
    if (this.#terminal && this.#last > 0) process.stderr.write('\r\x1b[2K')
  }
}
