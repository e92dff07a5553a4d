import {
  type ComputedInstance,
  endOf,
  type FaultScript,
  headerOf,
  type RecordedSchedule,
  Recorder,
  runScript,
  scriptedRun,
} from '../../../engine/index.ts'
import { recordedModule } from '../../cell/index.ts'
import { detailOf } from '../explore/record-rounds.ts'
import type { FaultSubject } from './setup.ts'

/** The execution in rounds in which everything fails as a script says. */
export function recordScript(
  { algorithm, setting: given }: Pick<FaultSubject, 'algorithm' | 'setting'>,
  instance: ComputedInstance,
  script: FaultScript,
): RecordedSchedule {
  const run = scriptedRun(algorithm, instance, script, given)
  const lines: string[] = []
  const header = headerOf({
    ...{ algorithm: algorithm.name, module: recordedModule(algorithm) },
    ...{ instance: run.instance, setting: run.setting, plan: run.plan },
    ...{ bounded: true, fifo: algorithm.requires.fifo === true, seed: 0 },
  })
  const recorder = new Recorder(header, instance.network, (block) =>
    lines.push(Buffer.from(block).toString()),
  )
  const { execution, judgements } = runScript(algorithm, run, recorder)
  recorder.finish(endOf(execution, judgements, recorder.events, detailOf(execution)))
  return { lines, instance: run.instance, execution, judgements }
}
