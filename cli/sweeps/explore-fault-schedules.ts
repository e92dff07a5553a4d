import { InputError } from '../../engine/index.ts'
import {
  exploreSchedulesWithFaults,
  type FaultSetup,
  recordScript,
  writeSchedule,
} from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { ConfigurationsLine } from '../output/configurations-line.ts'
import { describeFaultSchedules, faultSchedulesJson } from '../output/describe-fault-schedules.ts'

interface FaultScheduleCommand {
  readonly states: number
  readonly seconds?: number
  readonly record?: string
  readonly extreme?: string
  readonly json?: true
}

/** Explores all schedules in which faults are chosen; the exit code. Throws an InputError. */
export async function exploredFaultSchedules(
  setup: FaultSetup,
  { states, seconds, record, extreme, json }: FaultScheduleCommand,
): Promise<number> {
  if (extreme !== undefined && extreme !== 'violation')
    throw new InputError(
      `--extreme is “${extreme}”; where faults and schedules are chosen it must be violation`,
    )
  const line = new ConfigurationsLine(seconds)
  const options = { states, stopped: line.stopped }
  const finished = await exploreSchedulesWithFaults(setup, options).finally(() => line.end())
  const { subject, found, broken } = finished
  const [first] = broken
  // Where nothing is broken, there is nothing to write.
  const file = first === undefined ? null : (record ?? null)
  if (file !== null) writeSchedule(recordScript(subject, subject.instance, first!.script), file)
  const told = { finished, file }
  process.stdout.write(json ? `${JSON.stringify(faultSchedulesJson(told))}\n` : describeFaultSchedules(told))
  if (broken.length > 0) return exitCodes.violated
  return found.exhausted ? exitCodes.ok : exitCodes.failed
}
