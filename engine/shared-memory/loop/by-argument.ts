import { formulaOf } from '../../claims/value.ts'
import type { Claim } from '../../model/index.ts'
import { operationNames, type SharedObject } from '../model/index.ts'

/** By operation, whether something is claimed of it that depends on what it was asked with. */
export function claimsByArgument(object: SharedObject): boolean[] {
  const claims: Readonly<Record<string, Claim | readonly Claim[] | undefined>> = object.claims ?? {}
  return operationNames(object).map((operation) =>
    Object.entries(claims).some(
      ([measure, about]) =>
        measure.startsWith(`${operation}:`) &&
        [about].flat().some((claim) => formulaOf((claim as Claim).formula).variables.includes('v')),
    ),
  )
}
