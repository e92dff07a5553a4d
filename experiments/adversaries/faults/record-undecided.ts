import {
  createFaults,
  endOf,
  execute,
  headerOf,
  judge,
  type RecordedSchedule,
  Recorder,
  recordSchedule,
  type Setting,
  Streams,
  timeSchedule,
  type Undecided,
} from '../../../engine/index.ts'
import { recordedModule } from '../../cell/index.ts'
import { detailOf } from '../explore/record-rounds.ts'
import type { FaultSubject } from './setup.ts'

/** The execution in which nobody decides; where a processor does not even wake, it crashes then. */
export function recordUndecided(
  { algorithm, instance: given, setting: { identifiers, beyond } }: FaultSubject,
  { values, schedule, blocked }: Undecided,
): Pick<RecordedSchedule, 'lines' | 'execution'> {
  const instance = given.with({ values })
  const module = recordedModule(algorithm)
  if (blocked === null || blocked.after !== null) {
    const timed = timeSchedule(algorithm, instance, schedule, 'at zero')
    return recordSchedule(algorithm, instance, timed, { module, identifiers })
  }
  const faults = `crash:given=${blocked.processor}@0`
  const setting: Setting = {
    ...{ instance, timing: 'asynchronous', unitDelays: true, identifiers, faults },
    ...(beyond !== undefined && { beyond }),
  }
  const plan = createFaults(faults, algorithm, instance, 'asynchronous', new Streams(0))
  const parts = { algorithm: algorithm.name, module, instance, setting, plan, seed: 0 }
  const header = headerOf({ ...parts, bounded: true, fifo: algorithm.requires.fifo === true })
  const lines: string[] = []
  const recorder = new Recorder(header, instance.network, (block) =>
    lines.push(Buffer.from(block).toString()),
  )
  const timing = { kind: 'asynchronous', delays: { kind: 'constant' } } as const
  const budget = { messages: 100_000, time: 1000 }
  const execution = execute(algorithm, instance, timing, {
    faults: plan,
    check: 'every',
    observer: recorder,
    budget,
  })
  const judgements = judge(algorithm, setting, execution)
  recorder.finish(endOf(execution, judgements, recorder.events, detailOf(execution)))
  return { lines, execution }
}
