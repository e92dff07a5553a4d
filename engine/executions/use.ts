import type { AnyAlgorithm, Crossing } from '../model/index.ts'
import { Exchange, HistoryChecks, OperationCosts } from '../services/index.ts'

/** What crosses the interfaces of an execution that is carried out again: is it right, and what does it cost? */
export class Use {
  readonly checks: HistoryChecks
  readonly costs: OperationCosts
  readonly #exchange: Exchange

  /** Null if the algorithm offers no service. */
  static of({ service }: AnyAlgorithm, n: number): Use | null {
    return service === undefined ? null : new Use(new Exchange(service, n), n)
  }

  private constructor(exchange: Exchange, n: number) {
    this.#exchange = exchange
    this.checks = new HistoryChecks(exchange, n, true)
    this.costs = new OperationCosts(exchange.service, n)
    exchange.listen((event) => this.costs.add(event))
  }

  add(processor: number, time: number, crossings: readonly Crossing[]): void {
    for (const crossing of crossings) this.#exchange.cross(processor, time, crossing)
  }
}
