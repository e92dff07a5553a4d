import { InputError } from '../../errors.ts'
import { type Random, Streams } from '../../random.ts'
import { bitsOfData } from '../memory/data-table.ts'
import { bitsOf, type Layout, layOut, sharedAmong, sidesOf } from '../memory/layout.ts'
import type { Coins, Memory } from '../memory/memory.ts'
import { assertSize, operationsOfAlgorithm, programOf } from '../memory/program.ts'
import {
  type AnySharedAlgorithm,
  isSharedObject,
  type SharedMemoryAlgorithm,
  type SharedObject,
  systemAsked,
} from '../model/index.ts'
import { schedulers } from '../schedulers/index.ts'
import { claimsByArgument } from './by-argument.ts'
import type { Driven } from './driven.ts'
import type { SharedExecution, SharedMeasures, SharedRun } from './execution.ts'
import { GivenSchedule } from './given-schedule.ts'
import { holdObject, outcomeWith } from './held-history.ts'
import { HistoryRecorder } from './history-recorder.ts'
import { SharedMachine } from './machine.ts'
import { MachineView } from './machine-view.ts'
import { callsAsked, operationsAsked, operationsMax } from './object-calls.ts'
import { ObjectMachine } from './object-machine.ts'
import { StepWatcher } from './step-watcher.ts'
import { takeSteps } from './steps.ts'

/**
 * Runs an algorithm once. Each participant of a lock makes so many passages; from its entry on it is in the critical section
 * until its next step, the first one of its exit. Each participant of an object is asked for the operations of the workload.
 * Throws an InputError where the run makes no sense; an algorithm that does what the model does not allow comes to the outcome
 * `failed`.
 */
export function executeShared(algorithm: AnySharedAlgorithm, run: SharedRun): SharedExecution {
  const { name } = algorithm
  const { n, participants = n } = run
  assertSize(algorithm, n)
  if (participants > n) throw new InputError(`${name}: ${participants} of ${n} processors cannot take part`)
  return isSharedObject(algorithm) ? executeObject(algorithm, run) : executeLock(algorithm, run)
}

function executeLock(lock: SharedMemoryAlgorithm, run: SharedRun): SharedExecution {
  const { n, passages = 10, participants = n, workload } = run
  if (workload !== undefined)
    throw new InputError(`${lock.name} is a lock: it makes passages and has no workload (${workload})`)
  const layout = layOut(lock.name, lock.variables({ n }), n)
  const passagesLeft = new Int32Array(n).fill(Math.min(passages, operationsMax), 0, participants)
  const recorder = run.history === true ? new HistoryRecorder(n, operationsOfAlgorithm(lock)) : null
  const given = givenIn(run, layout)
  const coins = given?.coins ?? drawnBy(run)
  const machine = new SharedMachine(lock, layout, programOf(lock), passagesLeft, recorder, coins)
  const { measures, ...execution } = driven(machine, run, layout, recorder, given)
  const { entries, all, solo, bypassMax, contentionMax } = machine.ledger
  return {
    ...execution,
    measures: {
      ...measures,
      entries,
      passage: all.summary(),
      solo: solo.summary(),
      bypass: bypassMax,
      contention: contentionMax,
      operations: null,
    },
  }
}

function executeObject(object: SharedObject, run: SharedRun): SharedExecution {
  const { n, passages, check = true } = run
  if (passages !== undefined)
    throw new InputError(`${object.name} makes no passages; a workload says what it is asked for`)
  const calls = callsAsked(object, run)
  const layout = layOut(object.name, object.variables(systemAsked(calls)), n)
  const keeps = check || run.history === true
  const recorder = keeps ? new HistoryRecorder(n, operationsOfAlgorithm(object)) : null
  const byArgument = claimsByArgument(object)
  const given = givenIn(run, layout)
  const machine = new ObjectMachine(
    object,
    layout,
    programOf(object),
    calls,
    byArgument,
    recorder,
    operationsAsked(calls, run),
    given?.coins ?? drawnBy(run),
  )
  const { measures, history, ...execution } = driven(machine, run, layout, recorder, given)
  const finding = check ? holdObject(object, n, history!) : null
  return {
    ...execution,
    ...(finding !== null && { finding, outcome: outcomeWith(execution.outcome, object, finding) }),
    measures: {
      ...measures,
      entries: 0,
      passage: null,
      solo: null,
      bypass: 0,
      contention: machine.ledger.contentionMax,
      operations: machine.ledger.summaries(),
    },
    ...(run.history === true && { history: history! }),
  }
}

const givenIn = ({ given, n }: SharedRun, { variables }: Layout): GivenSchedule | null =>
  given === undefined ? null : new GivenSchedule(given, n, sidesOf(variables))

/** Every processor has a stream for its coins. */
function drawnBy({ n, seed }: SharedRun): Coins {
  const streams = new Streams(seed)
  const drawn = Array.from({ length: n }, (): Random | null => null)
  return (p, sides) => (drawn[p] ??= streams.stream('coins', p)).integer(sides)
}

type Driving = Omit<SharedExecution, 'measures'> & {
  readonly measures: Pick<SharedMeasures, 'steps' | 'time' | 'variables' | 'bits' | 'bitsUsed'>
}

/** Takes all steps; what is the same for whatever takes them. */
function driven(
  machine: Driven,
  run: SharedRun,
  layout: Layout,
  recorder: HistoryRecorder | null,
  given: GivenSchedule | null,
): Driving {
  const { n, scheduler: spec = 'random', seed, steps = 10_000_000, check = true, listener } = run
  const view = new MachineView(machine)
  const { entry, values } = schedulers.at(spec, n)
  const scheduler =
    given === null
      ? entry.schedule({ view, values, stream: new Streams(seed).stream('scheduler') })
      : given.scheduler(view)
  const schedule: number[] | null = run.schedule === true ? [] : null
  const watcher = listener === undefined ? null : new StepWatcher(machine, layout, listener)
  const stepsMax = Math.min(steps, given?.length ?? steps)
  const loop = { machine, view, scheduler, schedule, recorder, watcher, stepsMax, check, steps: 0 }
  const outcome = takeSteps(loop)
  return {
    outcome,
    measures: {
      steps: loop.steps,
      time: entry.timed === true ? (scheduler.time ?? null) : null,
      variables: sharedAmong(layout.variables).length,
      ...bits(layout, machine.memory),
    },
    values: valuesOf(layout, machine.memory.values),
    states: machine.states,
    ...(schedule !== null && { schedule }),
    ...(recorder !== null && { history: recorder.history }),
  }
}

/** What the variables hold, by their names. */
const valuesOf = ({ variables, data }: Layout, values: readonly number[]): Record<string, unknown> =>
  Object.fromEntries(
    variables.flatMap(({ name, holdsData, isCoin }, i) =>
      isCoin ? [] : [[name, holdsData ? data.at(values[i]!) : values[i]!]],
    ),
  )

function bits(
  { variables, data }: Layout,
  { largest, contents }: Memory,
): { bits: number | null; bitsUsed: number } {
  const shared = sharedAmong(variables)
  const content = Math.max(0, ...[...contents].map((number) => bitsOfData(data.at(number))))
  const sum = shared.reduce((total, variable) => total + bitsOf(variable), 0)
  const used = variables.reduce((total, variable, i) => {
    if (variable.isCoin) return total
    if (variable.holdsData) return total + content
    const max = Number.isFinite(variable.max) ? variable.max : Math.max(1, largest[i]!)
    return total + bitsOf({ ...variable, max })
  }, 0)
  return { bits: Number.isFinite(sum) ? sum : null, bitsUsed: used }
}
