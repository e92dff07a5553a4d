import {
  isSharedObject,
  judgeShared,
  objectValue,
  type SharedMeasure,
  sharedValue,
} from '../../shared-memory/index.ts'
import { sameData } from '../same-data.ts'
import { checkOutcome } from './check-outcome.ts'
import type { SharedExecutionChecker } from './checker.ts'
import { recordedMeasures, sharedRecordedClaim } from './end.ts'
import type { SharedEnd } from './format.ts'
import { measuredBy } from './measured.ts'

/** What is wrong with the end of a recorded execution whose steps were all carried out; null if nothing is. */
export function checkSharedEnd(checker: SharedExecutionChecker, end: SharedEnd): string | null {
  return (
    checkCounts(checker, end) ??
    checkRepetition(checker, end) ??
    checkOutcome(checker, end) ??
    checkMeasures(checker, end) ??
    checkShown(checker, end) ??
    checkClaims(checker, end)
  )
}

function checkCounts({ steps, times }: SharedExecutionChecker, end: SharedEnd): string | null {
  if (end.steps !== steps) return `the record has ${steps} steps, but its end says ${end.steps}`
  return end.time === times.last
    ? null
    : `the last step is taken at ${times.last}, but the end says ${end.time}`
}

function checkRepetition(
  { header, lap, steps, configuration }: SharedExecutionChecker,
  { outcome }: SharedEnd,
): string | null {
  const { repeats_from: from } = header
  if (from === null) return null
  if (lap === null) return `steps after ${from} are to be repeated, but there are only ${steps}`
  if (outcome === 'terminated' || outcome === 'failed')
    return `an execution that goes on for ever does not end as ${outcome}`
  return lap.problem(configuration)
}

function checkMeasures(
  checker: SharedExecutionChecker,
  { measures, claims, outcome }: SharedEnd,
): string | null {
  if (outcome === 'failed')
    return measures === null && (claims ?? []).length === 0
      ? null
      : 'of an execution that failed no measures and no claims are stated'
  if (measures === null) return 'the end has no measures'
  const found = recordedMeasures(measuredBy(checker))
  for (const [name, value] of Object.entries(found)) {
    const written = measures[name as keyof typeof measures]
    if (!sameData(value, written))
      return `${name} is ${JSON.stringify(value)}, but the end says ${JSON.stringify(written)}`
  }
  return null
}

function checkShown(checker: SharedExecutionChecker, { shows }: SharedEnd): string | null {
  if (shows === null) return null
  const { measure, value } = shows
  if (value === null)
    return checker.lap?.addsTo(measure) === true
      ? null
      : `it is said to show that ${measure} has no bound, but what is repeated does not add to it`
  const measures = measuredBy(checker)
  const found = isSharedObject(checker.algorithm)
    ? objectValue(measures, measure)
    : sharedValue(measures, measure as SharedMeasure)
  return found === value ? null : `${measure} is ${found}, but it is said to show ${value}`
}

function checkClaims(checker: SharedExecutionChecker, { claims, outcome }: SharedEnd): string | null {
  if (outcome === 'failed' || claims === null) return null
  const { algorithm, header } = checker
  const found = judgeShared(algorithm, header.n, { measures: measuredBy(checker) }).map(sharedRecordedClaim)
  for (const [i, right] of found.entries()) {
    const written = claims[i]
    if (!sameData(right, written))
      return `claim ${i} is ${JSON.stringify(right)}; the end says ${JSON.stringify(written ?? null)}`
  }
  return claims.length === found.length
    ? null
    : `${found.length} claims apply, but the end states ${claims.length}`
}
