import type { AnyAlgorithm, Crossing, Network } from '../model/index.ts'
import { Exchange, HistoryChecks, OperationCosts } from '../services/index.ts'

/** What crosses the interfaces of an execution that is carried out again: is it right, and what does it cost? */
export class Use {
  readonly checks: HistoryChecks
  readonly costs: OperationCosts
  readonly #exchange: Exchange

  /** Null if the algorithm offers no service. */
  static of({ service }: AnyAlgorithm, network: Network): Use | null {
    return service === undefined ? null : new Use(new Exchange(service, network.n), network)
  }

  private constructor(exchange: Exchange, network: Network) {
    this.#exchange = exchange
    this.checks = new HistoryChecks(exchange, network.n, true, network)
    this.costs = new OperationCosts(exchange.service, network.n)
    exchange.listen((event) => this.costs.add(event))
  }

  /** Whether everything that was asked for has been answered. */
  get answered(): boolean {
    return this.#exchange.unanswered() === true
  }

  add(processor: number, time: number, crossings: readonly Crossing[]): void {
    for (const crossing of crossings) this.#exchange.cross(processor, time, crossing)
  }
}
