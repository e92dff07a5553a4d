import type { Call, Network, Service, Violated } from '../../model/index.ts'
import { Exchange, HistoryChecks, isFollowUp, OperationCosts } from '../../services/index.ts'
import { Clients } from '../../simulation/machine/clients.ts'
import type { Machine } from '../../simulation/machine/machine.ts'
import { Askers } from '../askers.ts'
import type { ScheduledLoop } from '../scheduled-loop.ts'
import { Spans } from '../spans.ts'
import { type Asking, askPlanOf } from './asking-gene.ts'

/** The loop asks for operations itself, when its plan says so. */
const nothing = { next: () => null }

/** How a service is used in a scheduled execution, whether that is right, and what it costs. */
export class ScheduledUse {
  readonly clients: Clients
  readonly checks: HistoryChecks
  /** Times are as long as the order of events allows, each by itself. */
  readonly costs: OperationCosts
  /** By duration, in whole units: the steps with which what takes so long begins. */
  readonly begins = new Map<number, number[]>()
  readonly #service: Service
  readonly #spans = new Spans()

  constructor(service: Service, network: Network) {
    const { n } = network
    const exchange = new Exchange(service, n)
    this.#service = service
    this.clients = new Clients(exchange, nothing, n)
    this.checks = new HistoryChecks(exchange, n, true, network)
    this.costs = new OperationCosts(service, n, (from, to) => this.#between(from, to))
    exchange.listen((event) => this.costs.add({ ...event, time: this.#spans.step }))
  }

  #between(from: number, to: number): number {
    const took = this.#spans.between(from, to)
    const begins = this.begins.get(took)
    if (begins === undefined) this.begins.set(took, [from])
    else if (begins.at(-1) !== from) begins.push(from)
    return took
  }

  /** Has the processors asked for these operations. */
  begin(loop: ScheduledLoop, machine: Machine, calls: readonly (readonly Call[])[], asking: Asking): void {
    const plan = askPlanOf(asking, (operation) => isFollowUp(this.#service, operation))
    loop.use = { askers: new Askers(machine, calls, plan), spans: this.#spans }
  }

  /** What is violated, found after an event of a processor. */
  offence(processor: number, time: number): Violated | null {
    const { offence } = this.checks
    return offence && { kind: 'violated', ...offence, where: `after comp(${processor}) at ${time}` }
  }
}
