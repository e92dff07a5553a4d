import type { Outcome } from '../../../model/index.ts'
import { type AnySharedAlgorithm, isSharedObject, layOut } from '../../../shared-memory/index.ts'
import { claimsByArgument } from '../../../shared-memory/loop/by-argument.ts'
import { holdObject, outcomeWith } from '../../../shared-memory/loop/held-history.ts'
import { HistoryRecorder } from '../../../shared-memory/loop/history-recorder.ts'
import { SharedMachine } from '../../../shared-memory/loop/machine.ts'
import { MachineView } from '../../../shared-memory/loop/machine-view.ts'
import { ObjectMachine } from '../../../shared-memory/loop/object-machine.ts'
import { takeSteps } from '../../../shared-memory/loop/steps.ts'
import { at } from '../../../shared-memory/memory/ledger.ts'
import type { Coins } from '../../../shared-memory/memory/memory.ts'
import { operationsOfAlgorithm, programOf } from '../../../shared-memory/memory/program.ts'
import {
  type Count,
  type ObjectCall,
  operationNames,
  type SharedMemoryAlgorithm,
  type SharedObject,
  systemAsked,
} from '../../../shared-memory/model/index.ts'
import type { Scheduler } from '../../../shared-memory/schedulers/index.ts'
import { PlannedSteps } from './planned-steps.ts'
import type { ScheduledPlan } from './scheduled-plan.ts'
import type { SharedAttackRun } from './shared-attack-run.ts'

/** What runs: a lock in which everyone makes so many passages, or an object that is asked for these operations. */
export interface SharedTarget {
  readonly algorithm: AnySharedAlgorithm
  readonly n: number
  readonly passages: number
  readonly calls: readonly (readonly ObjectCall[])[]
  /** A measure such as passage:cc, bypass or scan:reads. */
  readonly objective: string
  /** A run that takes more counts for nothing. */
  readonly stepsMax: number
}

/** How many passages each processor of a lock makes, unless something else is asked for. */
export const usualPassages = 10

/** Carries out plans on one system. */
export class PlanRunner {
  readonly #target: SharedTarget

  constructor(target: SharedTarget) {
    this.#target = target
  }

  run(plan: ScheduledPlan): SharedAttackRun {
    const { algorithm, n, stepsMax } = this.#target
    const recorder = isSharedObject(algorithm)
      ? new HistoryRecorder(n, operationsOfAlgorithm(algorithm))
      : null
    const steps = new PlannedSteps(plan, n)
    const { machine, largest } = isSharedObject(algorithm)
      ? this.#object(algorithm, recorder!, steps.coins)
      : this.#lock(algorithm, steps.coins)
    const view = new MachineView(machine)
    const schedule: number[] = []
    const begun = new Float64Array(n)
    let [value, from, to] = [0, 0, 0]
    const note = () => {
      if (machine.stepping < 0 || largest() <= value) return
      value = largest()
      from = begun[machine.stepping]!
      to = schedule.length
    }
    const planned = steps.scheduler(view)
    const scheduler: Scheduler = {
      next() {
        note()
        const p = planned.next()
        if (machine.sections[p] === 0) begun[p] = schedule.length
        return p
      },
      finished: (p) => planned.finished?.(p),
    }
    const loop = {
      machine,
      view,
      scheduler,
      schedule,
      recorder,
      watcher: null,
      stepsMax,
      check: true,
      steps: 0,
    }
    let outcome: Outcome = takeSteps(loop)
    note()
    if (isSharedObject(algorithm))
      outcome = outcomeWith(outcome, algorithm, holdObject(algorithm, n, recorder!.history))
    if (outcome.kind === 'violated') return { value, outcome, schedule, from: 0, to: schedule.length }
    const found = { schedule: schedule.slice(0, to), from, to }
    return outcome.kind === 'budget' || outcome.kind === 'failed'
      ? { ...found, value: Number.NEGATIVE_INFINITY, outcome }
      : { ...found, value, outcome: null }
  }

  #lock(lock: SharedMemoryAlgorithm, coins: Coins) {
    const { n, passages, objective } = this.#target
    const layout = layOut(lock.name, lock.variables({ n }), n)
    const left = new Int32Array(n).fill(passages)
    const machine = new SharedMachine(lock, layout, programOf(lock), left, null, coins)
    const { ledger } = machine
    const count = at[objective.slice('passage:'.length) as Count]
    const largest = objective === 'bypass' ? () => ledger.bypassMax : () => ledger.all.max[count]!
    return { machine, largest }
  }

  #object(object: SharedObject, recorder: HistoryRecorder, coins: Coins) {
    const { n, calls, objective } = this.#target
    const layout = layOut(object.name, object.variables(systemAsked(calls)), n)
    const asked = calls.map(({ length }) => length)
    const program = programOf(object)
    const machine = new ObjectMachine(
      object,
      layout,
      program,
      calls,
      claimsByArgument(object),
      recorder,
      asked,
      coins,
    )
    const [kind, count] = objective.split(':') as [string, Count]
    const operation = kind === 'operation' ? null : operationNames(object).indexOf(kind)
    return { machine, largest: () => machine.ledger.most(operation, count) }
  }
}
