import {
  type Judgement,
  parseInputs,
  type RecordedSchedule,
  recordSchedule,
  timeSchedule,
} from '../../../engine/index.ts'
import { recordedModule } from '../../cell/index.ts'
import { writeRecord } from '../../executions/record-file.ts'
import type { FinishedAttack } from './run-attack.ts'

/** The execution that a search has found, timed as late as may be, after its own record was checked. */
export function recordAttack({ algorithm, inputs, options, result }: FinishedAttack): RecordedSchedule {
  const { instance, schedule, wakeUps, hurried } = result
  const timed = timeSchedule(algorithm, instance, schedule, wakeUps, hurried)
  return recordSchedule(algorithm, instance, timed, {
    module: recordedModule(algorithm),
    identifiers: options.choose.includes('ids') ? 'given' : parseInputs(inputs).values.ids,
  })
}

/** Writes it to a file. Throws an InputError if it cannot. */
export function writeSchedule({ lines }: Pick<RecordedSchedule, 'lines'>, path: string): void {
  writeRecord(
    lines.map((line) => Buffer.from(line)),
    path,
  )
}

/** The claim to compare a find with: the tightest bound from above, else what is claimed exactly. */
export function claimFor(objective: string, { judgements }: RecordedSchedule): Judgement | null {
  const about = judgements.filter(({ measure, bound }) => measure === objective && Number.isFinite(bound))
  const above = about.filter(({ claim }) => claim.kind === 'at most').sort((a, b) => a.bound - b.bound)
  return above[0] ?? about.find(({ claim }) => claim.kind === 'exactly') ?? null
}
