import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Call, Violated } from '../../model/index.ts'
import { Streams } from '../../random.ts'
import { failureOf } from '../../simulation/machine/failure.ts'
import { judgeEnd } from '../../simulation/machine/judge-end.ts'
import { Machine } from '../../simulation/machine/machine.ts'
import { measuresOf } from '../../simulation/machine/measures.ts'
import { Safety } from '../../simulation/machine/safety.ts'
import { strictly } from '../../simulation/machine/strictly.ts'
import type { Graph } from '../../topology/graph.ts'
import { withChannelsByRank } from '../../topology/renumber.ts'
import type { ScheduledEnd, StepTaker } from '../scheduled.ts'
import { ScheduledLoop } from '../scheduled-loop.ts'
import type { Objective } from './objective.ts'
import type { Plan } from './plan.ts'
import type { Run } from './run.ts'
import { keyOf } from './schedule-gene.ts'
import { ScheduledUse } from './scheduled-use.ts'
import { wakePlanOf } from './wake-gene.ts'

/** What the options of a search say of its runs. */
interface RunnerOptions {
  readonly objective: Objective
  readonly messagesMax?: number
  readonly check?: 'every' | 'final'
  readonly calls?: readonly (readonly Call[])[]
}

/** Carries out plans on one problem. */
export class Runner {
  readonly #algorithm: AnyAlgorithm
  readonly #given: ComputedInstance
  readonly #objective: Objective
  readonly #messagesMax: number
  readonly #checksAll: boolean
  readonly #calls: readonly (readonly Call[])[]
  #begins: ScheduledUse['begins'] = new Map()
  /** Null: channels keep the numbers that they have. */
  readonly #graphs: WeakMap<Uint32Array, Graph> | null

  /** `choosesPorts`: whether plans say how channels are numbered. */
  constructor(
    algorithm: AnyAlgorithm,
    given: ComputedInstance,
    { objective, messagesMax = 1_000_000, check = 'every', calls = [] }: RunnerOptions,
    choosesPorts: boolean,
  ) {
    this.#algorithm = algorithm
    this.#given = given
    this.#objective = objective
    this.#messagesMax = messagesMax
    this.#checksAll = check !== 'final'
    this.#calls = calls
    this.#graphs = choosesPorts ? new WeakMap() : null
  }

  /** The instance of a plan. Who wakes when is a matter of its schedule: nobody does of itself. */
  instanceOf({ ids, ports, root, values }: Plan): ComputedInstance {
    const graph = this.#graphOf(ports)
    const wakeTimes = new Float64Array(graph.n).fill(Number.POSITIVE_INFINITY)
    return this.#given.with({ ids, values, root, wakeTimes }, graph)
  }

  /** The steps of the last run with which something begins that took so many units: an operation, or a delay between two. */
  beginsOf(took: number): readonly number[] {
    return this.#begins.get(took) ?? []
  }

  /** Carries out a plan; `step` is told of each step. */
  run(plan: Plan, step: StepTaker | null = null): Run {
    const instance = this.instanceOf(plan)
    const [runs, scrutiny] = this.#checksAll
      ? ([strictly(this.#algorithm), 'freeze'] as const)
      : ([this.#algorithm, 'first'] as const)
    const { service } = this.#algorithm
    const use = service === undefined ? null : new ScheduledUse(service, instance.network)
    if (use !== null) this.#begins = use.begins
    const machine = new Machine(runs, instance, new Streams(0), null, scrutiny, use?.clients)
    const safety = new Safety(this.#algorithm, this.#checksAll ? 'every' : 'final')
    let violation: Violated | null = null
    const judge = (processor: number): boolean => {
      violation = safety.after(processor, machine.now) ?? use?.offence(processor, machine.now) ?? null
      return violation !== null
    }
    const key = keyOf(plan.schedule)
    const loop = new ScheduledLoop(this.#algorithm, machine, key, step)
    if (safety.isAsked || (this.#checksAll && use?.checks.follows === true)) loop.ends = judge
    const ended = (value: number, outcome: Run['outcome']): Run => {
      return { value, sentOver: loop.sentOver, order: loop.order, outcome }
    }
    let end: ScheduledEnd
    try {
      machine.initialize()
      violation = safety.isAsked ? safety.begin(machine) : null
      if (violation !== null) return ended(0, violation)
      use?.begin(loop, machine, this.#calls, plan.operations)
      end = loop.run(wakePlanOf(plan.wakeup), this.#messagesMax)
      if (violation !== null) return ended(machine.messages, violation)
      if (end.finished) {
        const outcome = judgeEnd(this.#algorithm, machine, use?.checks ?? null)
        if (outcome.kind === 'violated') violation = outcome
      }
    } catch (error) {
      return ended(Number.NEGATIVE_INFINITY, failureOf(machine, error))
    }
    const reason = `more than ${this.#messagesMax} messages`
    if (!end.finished) return ended(Number.NEGATIVE_INFINITY, { kind: 'budget', reason })
    const costs = use?.costs ?? null
    const measures = measuresOf(machine, { lastProcessed: end.time, delayMax: 1, timeUnit: 1 }, null, costs)
    return ended(this.#objective.value({ measures, final: machine, instance }), violation)
  }

  #graphOf(ports: Uint32Array): Graph {
    if (this.#graphs === null) return this.#given.network
    let graph = this.#graphs.get(ports)
    if (graph === undefined) {
      graph = withChannelsByRank(this.#given.network, ports)
      this.#graphs.set(ports, graph)
    }
    return graph
  }
}
