import { relative } from 'node:path'
import {
  type AnyAlgorithm,
  type OpenEdgeConstruction,
  type RecordedSchedule,
  recordSchedule,
  timeSchedule,
} from '../../engine/index.ts'
import { moduleOf } from '../loading/modules.ts'

/** The execution that the open-edge adversary has constructed, timed as late as may be, after its record was checked. */
export function recordForced(
  algorithm: AnyAlgorithm,
  { instance, choices }: OpenEdgeConstruction,
): RecordedSchedule {
  const module = moduleOf(algorithm)
  return recordSchedule(algorithm, instance, timeSchedule(algorithm, instance, choices, 'at zero'), {
    module: module === undefined ? null : relative('', module),
  })
}
