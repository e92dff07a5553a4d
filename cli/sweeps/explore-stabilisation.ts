import { InputError } from '../../engine/index.ts'
import { exploreStabilising, type FaultSetup, recordScript, writeSchedule } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { describeStabilisation, stabilisationJson } from '../output/describe-stabilisation-in-rounds.ts'

/** The options of explore where processors begin in arbitrary states. */
interface StabilisationCommand {
  readonly states: number
  readonly seconds?: number
  readonly record?: string
  readonly extreme?: string
  readonly json?: true
}

const extremes = ['time-max', 'violation']

/** Goes through all executions from arbitrary states; the exit code. Throws an InputError. */
export async function exploredStabilisation(
  setup: FaultSetup,
  { states, seconds, record, extreme, json }: StabilisationCommand,
): Promise<number> {
  if (seconds !== undefined)
    throw new InputError(
      '--seconds: from arbitrary states an exploration ends by --states alone; leave it out',
    )
  if (extreme !== undefined && !extremes.includes(extreme))
    throw new InputError(
      `--extreme is “${extreme}”; from arbitrary states it must be one of ${extremes.join(', ')}`,
    )
  // All processors begin in all states whatever their inputs are.
  const finished = await exploreStabilising({ ...setup, inputs: 'given' }, { states })
  const { subject, found, judgements } = finished
  const told = { finished, file: record ?? null }
  if (record !== undefined) {
    const course = extreme === 'violation' ? found.flaw : (found.flaw ?? found.slowest)
    if (course === null) throw new InputError('--extreme violation: there is none to write')
    writeSchedule(recordScript(subject, subject.instance, course.script), record)
  }
  process.stdout.write(json ? `${JSON.stringify(stabilisationJson(told))}\n` : describeStabilisation(told))
  if (found.flaw !== null || judgements.some(({ verdict }) => verdict === 'violated'))
    return exitCodes.violated
  return found.exhausted ? exitCodes.ok : exitCodes.failed
}
