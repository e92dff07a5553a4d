import { formulaOf } from '../../claims/value.ts'
import { InputError } from '../../errors.ts'
import { didYouMean } from '../../suggest.ts'
import { programOf } from '../memory/program.ts'
import { chanceMeasures, counts, operationNames, type SharedObject } from '../model/index.ts'
import { assertKeysOf } from './keys.ts'
import { sharedClaims } from './stated.ts'

const conditions: Readonly<Record<SharedObject['guarantees'], true>> = {
  linearizable: true,
  regular: true,
  safe: true,
}

const progresses: Readonly<Record<SharedObject['progress'], true>> = {
  'wait-free': true,
  'lock-free': true,
  blocking: true,
}

const keys: Readonly<Record<keyof SharedObject, 'needed' | 'optional'>> = {
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
  guarantees: 'needed',
  progress: 'needed',
  left: 'optional',
  claims: 'optional',
}

/** Throws an InputError unless an object can be run and judged. The message leads with the place. */
export function assertSharedObject(object: SharedObject): void {
  assertKeysOf(object, keys, 'an object')
  const { name, service, guarantees, progress } = object
  if (typeof service.object !== 'function')
    throw new InputError(
      `${name}: its service is none of an object; there are sharedRegister(), sharedSnapshot, sharedStack, sharedQueue, sharedCounter, sharedConsensus, weakSharedCoin`,
    )
  programOf(object)
  const foreign = Object.keys(object.operations).find((each) => !operationNames(object).includes(each))
  if (foreign !== undefined)
    throw new InputError(
      `${name}: operations.${foreign}: a ${service.name} has no such operation; it has ${operationNames(object).join(', ')}`,
    )
  assertOne(`${name}: guarantees`, guarantees, conditions)
  assertOne(`${name}: progress`, progress, progresses)
  if (guarantees !== 'linearizable' && service.name !== 'register')
    throw new InputError(`${name}: guarantees is ${guarantees}, which is said of registers only`)
  assertClaims(object)
}

function assertOne(what: string, given: string, known: object): void {
  if (!Object.hasOwn(known, given))
    throw new InputError(`${what} is “${String(given)}”; it must be one of ${Object.keys(known).join(', ')}`)
}

function assertClaims(object: SharedObject): void {
  const { name } = object
  const kinds = operationNames(object)
  const of = ['operation', 'solo', ...kinds, ...kinds.map((kind) => `solo-${kind}`)]
  const measures = [
    ...of.flatMap((one) => counts.map((count) => `${one}:${count}`)),
    ...['variables', 'bits', ...chanceMeasures],
  ]
  for (const { measure, claim } of sharedClaims(object)) {
    if (!measures.includes(measure)) {
      const hint = didYouMean(measure, measures) || `; there are ${measures.join(', ')}`
      throw new InputError(`${name}: claims.${measure}: nothing of this name is measured${hint}`)
    }
    const usable = kinds.some((kind) => measure.startsWith(`${kind}:`)) ? ['n', 'k', 'v'] : ['n', 'k']
    const foreign = formulaOf(claim.formula).variables.find((variable) => !usable.includes(variable))
    if (foreign !== undefined)
      throw new InputError(
        `${name}: claims.${measure}: formula “${claim.formula}” uses ${foreign}; it may use ${usable.join(', ')}`,
      )
  }
}
