import { InputError } from '../errors.ts'
import type { DelayBounds } from '../model/index.ts'
import type { NumberParameter, ParameterValues } from '../specs/entry.ts'

/** The ends of an interval of delays, for the families that are uniform in one. */
export const intervalParameters = {
  min: { kind: 'number', default: 0, min: 0, max: 1, description: 'the lower end, not attained' },
  // Far enough from 0 that no product with a random number vanishes.
  max: { kind: 'number', default: 1, min: 1e-9, max: 1, description: 'the upper end' },
} as const satisfies Record<string, NumberParameter>

/** The interval (min, min + width] that the parameters describe; throws if it is empty. */
export function readInterval(
  family: string,
  values: ParameterValues,
): { readonly min: number; readonly width: number; readonly bounds: DelayBounds } {
  const min = values.min as number
  const max = values.max as number
  if (min >= max) throw new InputError(`delay ${family}: min=${min} must be below max=${max}`)
  return { min, width: max - min, bounds: { min, max } }
}
