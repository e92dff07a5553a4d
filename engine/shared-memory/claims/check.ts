import { formulaOf } from '../../claims/value.ts'
import { InputError } from '../../errors.ts'
import { didYouMean } from '../../suggest.ts'
import { programOf } from '../memory/program.ts'
import {
  type AnySharedAlgorithm,
  counts,
  isSharedObject,
  type SharedMemoryAlgorithm,
} from '../model/index.ts'
import { assertSharedObject } from './check-object.ts'
import { assertKeysOf } from './keys.ts'
import { sharedClaims } from './stated.ts'

const measures: readonly string[] = [
  ...counts.flatMap((count) => [`passage:${count}`, `solo:${count}`]),
  'bypass',
  'variables',
  'bits',
]

const guarantees: Readonly<Record<SharedMemoryAlgorithm['guarantees'], true>> = {
  'mutual exclusion': true,
  'no deadlock': true,
  'no lockout': true,
}

/** What an algorithm consists of, and whether it must have it. A record, so that nothing is forgotten. */
const keys: Readonly<Record<keyof SharedMemoryAlgorithm, 'needed' | 'optional'>> = {
  name: 'needed',
  title: 'optional',
  summary: 'optional',
  source: 'optional',
  remarks: 'optional',
  service: 'needed',
  requires: 'needed',
  variables: 'needed',
  initially: 'needed',
  operations: 'needed',
  doorwayEnds: 'optional',
  guarantees: 'needed',
  claims: 'optional',
}

/**
 * Throws an InputError unless an algorithm can be run and judged: it has its operations, its claims are about what is
 * measured, and their formulas use n alone. The message leads with the place.
 */
export function assertSharedAlgorithm(algorithm: AnySharedAlgorithm): void {
  if (isSharedObject(algorithm)) return assertSharedObject(algorithm)
  const { name, service, operations, guarantees: guarantee, doorwayEnds } = algorithm
  assertKeysOf(algorithm, keys, 'a lock')
  if (service !== 'mutual exclusion')
    throw new InputError(
      `${name}: service is “${String(service)}”; it must be mutual exclusion, or that of an object`,
    )
  programOf(algorithm)
  if (!Object.hasOwn(guarantees, guarantee))
    throw new InputError(
      `${name}: guarantees is “${String(guarantee)}”; it must be one of ${Object.keys(guarantees).join(', ')}`,
    )
  if (doorwayEnds !== undefined && operations.acquire[doorwayEnds] === undefined)
    throw new InputError(`${name}: its doorway ends at line ${doorwayEnds}, which acquire does not have`)
  for (const { measure, claim } of sharedClaims(algorithm)) {
    if (!measures.includes(measure)) {
      const hint = didYouMean(measure, measures) || `; there are ${measures.join(', ')}`
      throw new InputError(`${name}: claims.${measure}: nothing of this name is measured${hint}`)
    }
    const foreign = formulaOf(claim.formula).variables.find((variable) => variable !== 'n')
    if (foreign !== undefined)
      throw new InputError(
        `${name}: claims.${measure}: formula “${claim.formula}” uses ${foreign}; it may use n, the number of processors`,
      )
  }
}
