import { InputError } from '../errors.ts'
import type { ParameterValues } from '../specs/entry.ts'
import { assertDistinct, parseIntegerList } from '../specs/integer-list.ts'
import type { FaultContext } from './fault-family.ts'

/** The parameters that say which processors are faulty: so many at random, or those named. */
export const whoParameters = {
  f: { kind: 'integer', min: 0, description: 'faulty processors' },
  processors: { kind: 'text', description: 'the processors, such as 0+3, instead of f' },
} as const

/** How many processors these parameters name. Throws an InputError if they name them twice, or in two ways. */
export function howMany(name: string, { f, processors }: ParameterValues): number {
  if (processors === undefined) return (f as number | undefined) ?? 1
  if (f !== undefined) throw new InputError(`faults ${name}: processors and f say the same thing; use one`)
  return named(name, String(processors)).length
}

/** The processors that these parameters name, in an execution. */
export function whoFails(name: string, { values, choose, take }: FaultContext): readonly number[] {
  const { processors } = values
  return processors === undefined ? choose(howMany(name, values)) : take(named(name, String(processors)))
}

function named(name: string, text: string): number[] {
  const where = `faults ${name}: processors=${text}`
  const list = parseIntegerList(text, Number.MAX_SAFE_INTEGER, where)
  assertDistinct(list, where)
  return list
}
