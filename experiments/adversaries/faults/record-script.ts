import {
  type AnyAlgorithm,
  type ComputedInstance,
  endOf,
  type FaultScript,
  headerOf,
  longestDelay,
  type RecordedSchedule,
  Recorder,
  runScript,
  type ScriptedRun,
  scriptedRun,
} from '../../../engine/index.ts'
import { recordedModule } from '../../cell/index.ts'
import { detailOf } from '../explore/record-rounds.ts'
import type { FaultSubject } from './setup.ts'

/** The execution in rounds in which everything fails as a script says. */
export const recordScript = (
  { algorithm, setting }: Pick<FaultSubject, 'algorithm' | 'setting'>,
  instance: ComputedInstance,
  script: FaultScript,
): RecordedSchedule => recordScriptedRun(algorithm, scriptedRun(algorithm, instance, script, setting))

/** The same for a run that is about to begin. */
export function recordScriptedRun(algorithm: AnyAlgorithm, run: ScriptedRun): RecordedSchedule {
  const { instance, setting, plan, paces, seed = 0 } = run
  const lines: string[] = []
  const header = headerOf({
    ...{ algorithm: algorithm.name, module: recordedModule(algorithm), instance, setting, plan },
    ...{
      bounded: paces === undefined || longestDelay(paces) === 1,
      fifo: algorithm.requires.fifo === true,
      seed,
    },
  })
  const recorder = new Recorder(header, instance.network, (block) =>
    lines.push(Buffer.from(block).toString()),
  )
  const { execution, judgements } = runScript(algorithm, run, recorder)
  recorder.finish(endOf(execution, judgements, recorder.events, detailOf(execution)))
  return { lines, instance, execution, judgements }
}
