import type { Measure } from '../../../engine/index.ts'
import { describe } from '../../statistics/describe.ts'
import { claimedValues, type Group } from '../../statistics/groups.ts'

/** The largest value of the shown claim among a group's runs, which none of them may exceed; null without a claim. */
export function claimedLargest(group: Group, measure: Measure): number | null {
  return describe(claimedValues(group, measure))?.max ?? null
}
