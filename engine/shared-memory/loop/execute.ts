import { InputError } from '../../errors.ts'
import type { Outcome } from '../../model/index.ts'
import { Streams } from '../../random.ts'
import { bitsOf, type Layout, layOut } from '../memory/layout.ts'
import { assertSize, programOf } from '../memory/program.ts'
import type { SharedMemoryAlgorithm } from '../model/index.ts'
import { type Scheduler, schedulers } from '../schedulers/index.ts'
import type { SharedExecution, SharedRun } from './execution.ts'
import { HistoryRecorder } from './history-recorder.ts'
import { SharedMachine, sections } from './machine.ts'
import { MachineView } from './machine-view.ts'

/**
 * Runs an algorithm once. Each participant makes so many passages; from its entry on it is in the critical section until
 * its next step, the first one of its exit. Throws an InputError where the run makes no sense; an algorithm that does what
 * the model does not allow comes to the outcome `failed`.
 */
export function executeShared(algorithm: SharedMemoryAlgorithm, run: SharedRun): SharedExecution {
  const {
    n,
    scheduler: spec = 'random',
    passages = 10,
    participants = n,
    steps: stepsMax = 10_000_000,
    check = true,
  } = run
  assertSize(algorithm, n)
  if (participants > n)
    throw new InputError(`${algorithm.name}: ${participants} of ${n} processors cannot take part`)
  const layout = layOut(algorithm.name, algorithm.variables({ n }), n)
  const passagesLeft = new Int32Array(n).fill(passages, 0, participants)
  const recorder = run.history === true ? new HistoryRecorder(n) : null
  const machine = new SharedMachine(algorithm, layout, programOf(algorithm), passagesLeft, recorder)
  const view = new MachineView(machine)
  const { entry, values } = schedulers.at(spec, n)
  const scheduler = entry.schedule({ view, values, stream: new Streams(run.seed).stream('scheduler') })
  const schedule: number[] | null = run.schedule === true ? [] : null
  const loop = { machine, view, scheduler, schedule, recorder, stepsMax, check, steps: 0 }
  const outcome = guarded(loop)
  const { all, solo, ...ledger } = machine.ledger
  return {
    outcome,
    measures: {
      steps: loop.steps,
      entries: ledger.entries,
      time: entry.timed === true ? (scheduler.time ?? null) : null,
      passage: all.summary(),
      solo: solo.summary(),
      bypass: ledger.bypassMax,
      contention: ledger.contentionMax,
      variables: layout.variables.length,
      ...bits(layout, machine.memory.largest),
    },
    values: Object.fromEntries(layout.variables.map(({ name }, i) => [name, machine.memory.values[i]!])),
    states: machine.states,
    ...(schedule !== null && { schedule }),
    ...(recorder !== null && { history: recorder.history }),
  }
}

interface Loop {
  readonly machine: SharedMachine
  readonly view: MachineView
  readonly scheduler: Scheduler
  readonly schedule: number[] | null
  readonly recorder: HistoryRecorder | null
  readonly stepsMax: number
  readonly check: boolean
  /** Steps taken so far. */
  steps: number
}

/** Takes steps until all have finished or something is wrong. */
function go(loop: Loop): Outcome {
  const { machine, view, scheduler, schedule, recorder, stepsMax, check } = loop
  const { passagesLeft, sections: at } = machine
  while (view.liveCount > 0) {
    if (loop.steps === stepsMax) return { kind: 'budget', reason: `${stepsMax} steps` }
    const p = scheduler.next()
    loop.steps++
    schedule?.push(p)
    if (recorder !== null) recorder.time = scheduler.time ?? loop.steps
    machine.step(p)
    if (at[p] === sections.remainder && passagesLeft[p] === 0) {
      view.remove(p)
      scheduler.finished?.(p)
    }
    if (!check) continue
    if (machine.inside > 1) return violated('mutual exclusion', insiders(machine), loop)
    if (machine.idle >= view.idleMax && view.isDeadlocked())
      return violated('no deadlock', view.deadlock(), loop)
  }
  return { kind: 'terminated' }
}

const violated = (property: string, reason: string, { steps, machine }: Loop): Outcome => ({
  kind: 'violated',
  property,
  reason,
  where: `step ${steps}, of p_${machine.stepping}`,
})

function insiders({ sections: at }: SharedMachine): string {
  const inside = [...at.keys()].filter((p) => at[p] === sections.critical)
  return `${inside.map((p) => `p_${p}`).join(' and ')} are in the critical section`
}

/** The outcome of a run; `failed` where the algorithm does what it may not. */
function guarded(loop: Loop): Outcome {
  try {
    return go(loop)
  } catch (error) {
    if (error instanceof InputError) throw error
    const { processor, operation, line, message } = loop.machine.fault(error)
    return {
      kind: 'failed',
      processor,
      event: `${operation} line ${line}, step ${loop.steps}`,
      reason: message,
    }
  }
}

function bits({ variables }: Layout, largest: readonly number[]): { bits: number | null; bitsUsed: number } {
  const sum = variables.reduce((total, variable) => total + bitsOf(variable), 0)
  const used = variables.reduce(
    (total, variable, i) =>
      total +
      bitsOf(Number.isFinite(variable.max) ? variable : { ...variable, max: Math.max(1, largest[i]!) }),
    0,
  )
  return { bits: Number.isFinite(sum) ? sum : null, bitsUsed: used }
}
