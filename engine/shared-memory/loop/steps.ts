import { InputError } from '../../errors.ts'
import type { Outcome } from '../../model/index.ts'
import type { Scheduler } from '../schedulers/index.ts'
import type { Driven } from './driven.ts'
import type { HistoryRecorder } from './history-recorder.ts'
import { sections } from './machine.ts'
import type { MachineView } from './machine-view.ts'
import type { StepWatcher } from './step-watcher.ts'

/** A run that goes on. */
interface Loop {
  readonly machine: Driven
  readonly view: MachineView
  readonly scheduler: Scheduler
  readonly schedule: number[] | null
  readonly recorder: HistoryRecorder | null
  readonly watcher: StepWatcher | null
  readonly stepsMax: number
  readonly check: boolean
  /** Steps taken so far. */
  steps: number
}

/** Takes steps until all have finished or something is wrong; `failed` where the algorithm does what it may not. */
export function takeSteps(loop: Loop): Outcome {
  try {
    return go(loop)
  } catch (error) {
    noteTold(loop)
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

/** What a flip has told becomes part of the step as the schedule has it: see `GivenSchedule`. */
function noteTold({ schedule, machine: { memory }, view }: Loop): void {
  if (schedule === null || memory.told === 0) return
  schedule[schedule.length - 1]! += view.n * memory.told
  memory.told = 0
}

function go(loop: Loop): Outcome {
  const { machine, view, scheduler, schedule, recorder, watcher, stepsMax, check } = loop
  const { passagesLeft, sections: at } = machine
  if (machine.isOver) return { kind: 'terminated' }
  while (view.liveCount > 0) {
    if (loop.steps === stepsMax) return { kind: 'budget', reason: `${stepsMax} steps` }
    const p = scheduler.next()
    loop.steps++
    schedule?.push(p)
    if (recorder !== null) recorder.time = scheduler.time ?? loop.steps
    watcher?.before(p)
    machine.step(p)
    watcher?.after(p, scheduler.time ?? null)
    noteTold(loop)
    if (at[p] === sections.remainder) {
      if (machine.isOver) break
      if (passagesLeft[p] === 0) {
        view.remove(p)
        scheduler.finished?.(p)
      }
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

function insiders({ sections: at }: Driven): string {
  const inside = [...at.keys()].filter((p) => at[p] === sections.critical)
  return `${inside.map((p) => `p_${p}`).join(' and ')} are in the critical section`
}
