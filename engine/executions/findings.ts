import type { Finding, Property } from '../model/index.ts'
import { findingOf } from '../simulation/machine/safety.ts'
import type { ExecutionChecker } from './check.ts'

/** What a property says of the configuration to which an execution has come. */
export interface PropertyFinding {
  readonly property: string
  readonly kind: Property['kind']
  /** True, or the reason why not; of a liveness property of an execution that was cut off, it may be true later. */
  readonly finding: Finding
}

/**
 * What each property says once an execution is over, the events of which a checker has all carried out. Throws a
 * PropertyError if one throws.
 */
export function findingsOf({ algorithm, replica, faults }: ExecutionChecker): readonly PropertyFinding[] {
  faults?.end()
  return Object.entries(algorithm.properties ?? {}).map(([property, { kind, check }]) => ({
    ...{ property, kind },
    finding: findingOf(property, check, replica),
  }))
}
