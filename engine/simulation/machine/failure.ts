import { InputError, ModelError, PropertyError } from '../../errors.ts'
import type { Failed } from '../../model/index.ts'
import { thrownAt } from '../../thrown-at.ts'
import { describeDoing } from './doing.ts'
import type { Machine } from './machine.ts'

/**
 * The outcome of an execution in which the processor at work, or a property, threw; `during` says when a property did.
 * Bad input is not an outcome: it is thrown again.
 */
export function failureOf(machine: Machine, error: unknown, during = `at time ${machine.now}`): Failed {
  if (error instanceof InputError) throw error
  const place = thrownAt(error)
  const known = place === null ? {} : { place }
  if (error instanceof PropertyError)
    return {
      kind: 'failed',
      processor: null,
      event: during,
      reason: error.message,
      ...known,
    }
  const event = `${describeDoing(machine.doing, machine.payloads.typeNames)} at time ${machine.now}`
  return { kind: 'failed', processor: machine.current, event, reason: reasonOf(error), ...known }
}

function reasonOf(error: unknown): string {
  if (error instanceof ModelError) return error.message
  const frozen =
    error instanceof TypeError &&
    /read only property|not extensible|Cannot delete property/.test(error.message)
  return `throws ${String(error)}${frozen ? '; what was sent, or is part of several states, cannot be changed' : ''}`
}
