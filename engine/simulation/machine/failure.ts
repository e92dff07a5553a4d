import { InputError, ModelError } from '../../errors.ts'
import type { Outcome } from '../../model/index.ts'
import { describeDoing } from './doing.ts'
import type { Machine } from './machine.ts'

/** The outcome of an execution in which the processor at work threw. Bad input is not an outcome: it is thrown again. */
export function failureOf(machine: Machine, error: unknown): Outcome {
  if (error instanceof InputError) throw error
  const event = `${describeDoing(machine.doing, machine.payloads.typeNames)} at time ${machine.now}`
  const reason = error instanceof ModelError ? error.message : `throws ${String(error)}`
  return { kind: 'failed', processor: machine.current, event, reason }
}
