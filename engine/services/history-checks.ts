import { PropertyError } from '../errors.ts'
import type { Checked, Finding, HistoryEvent, HistoryProperty, Network } from '../model/index.ts'
import type { Exchange } from './exchange.ts'

/** Of a long execution, so many events are kept for properties that look at whole histories. */
const keptMost = 2 ** 15

/** A property of a service that does not hold, and why. */
interface Offence {
  readonly property: string
  readonly reason: string
}

/**
 * Holds what crosses an interface to the properties of its service. Those with an incremental form are followed; for the
 * others the history is kept. Of one that is too long to be kept, the beginning is: it must be safe, too.
 */
export class HistoryChecks {
  /** The first violation of a property that is followed. */
  offence: Offence | null = null
  readonly #exchange: Exchange
  readonly #n: number
  readonly #network: Network | undefined
  readonly #followed: readonly (readonly [string, (event: HistoryEvent) => Finding])[]
  readonly #whole: readonly (readonly [string, HistoryProperty])[]
  readonly #kept: HistoryEvent[] = []
  readonly #most: number
  #events = 0

  /** `all`: the whole history is kept, however long it is. */
  constructor(exchange: Exchange, n: number, all = false, network?: Network) {
    this.#exchange = exchange
    this.#n = n
    this.#network = network
    const properties = Object.entries(exchange.service.properties)
    this.#followed = properties.flatMap(([name, { follow }]) =>
      follow === undefined ? [] : [[name, follow(n, network)] as const],
    )
    this.#whole = properties.filter(([, { follow }]) => follow === undefined)
    this.#most = this.#whole.length === 0 ? 0 : all ? Number.POSITIVE_INFINITY : keptMost
    exchange.listen((event) => this.#add(event))
  }

  /** Whether something is followed while the execution runs. */
  get follows(): boolean {
    return this.#followed.length > 0
  }

  /** How much of an execution of so many events was followed; null if nothing is. */
  checked(of: number): Checked | null {
    return this.follows ? { events: of, of } : null
  }

  #add(event: HistoryEvent): void {
    this.#events++
    if (this.#kept.length < this.#most) this.#kept.push(event)
    if (this.offence !== null) return
    for (const [property, after] of this.#followed) {
      const reason = finding(property, () => after(event))
      if (reason === true) continue
      this.offence = { property, reason }
      return
    }
  }

  /** What an execution violates that has ended, on the way or because something never comes; null if nothing. */
  end(fails?: (processor: number) => boolean): Offence | null {
    if (this.offence !== null) return this.offence
    const complete = this.#kept.length === this.#events
    for (const [property, { kind, check }] of this.#whole) {
      if (kind === 'liveness' && !complete) continue
      const reason = finding(property, () => check(this.#kept, this.#n, this.#network, fails))
      if (reason !== true) return { property, reason }
    }
    const reason = this.#exchange.unanswered(fails)
    return reason === true ? null : { property: 'answered', reason }
  }
}

function finding(property: string, check: () => Finding): Finding {
  try {
    return check()
  } catch (cause) {
    throw new PropertyError(`property ${property} throws ${String(cause)}`, { cause })
  }
}
