import { InputError } from '../../../errors.ts'
import type { AnyAlgorithm } from '../../../model/index.ts'

/** Throws unless an algorithm knows of nothing but messages: no rounds, no clocks, no users. */
export function assertAsynchronous({ name, requires, uponRound, service, uponTimeout }: AnyAlgorithm): void {
  const fail = (problem: string): never => {
    throw new InputError(`the theorem is about asynchronous consensus without clocks; ${name} ${problem}`)
  }
  if (uponRound !== undefined || requires.synchronous === true) fail('is written in rounds')
  if (service !== undefined) fail('offers a service')
  if (requires.clocks === true || uponTimeout !== undefined) fail('has clocks, so it knows that time passes')
}
