import {
  type AnyAlgorithm,
  type OpenEdgeConstruction,
  type RecordedSchedule,
  recordSchedule,
  timeSchedule,
} from '../../../engine/index.ts'
import { recordedModule } from '../module-of.ts'

/** The execution that the open-edge adversary has constructed, timed as late as may be, after its record was checked. */
export function recordForced(
  algorithm: AnyAlgorithm,
  { instance, choices }: OpenEdgeConstruction,
): RecordedSchedule {
  return recordSchedule(algorithm, instance, timeSchedule(algorithm, instance, choices, 'at zero'), {
    module: recordedModule(algorithm),
  })
}
