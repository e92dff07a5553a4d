import type { ParameterValues } from '../../../engine/index.ts'
import type { ShownMeasure } from '../../statistics/row-claims.ts'

/** The parameter of all charts that show either cost. */
export const measure = {
  kind: 'text',
  description: 'the cost: messages or time',
  choices: ['messages', 'time'],
  default: 'messages',
} as const

export const measureOf = (values: ParameterValues): ShownMeasure => values.measure as ShownMeasure

/** The parameter of charts that show one size. */
export const n = {
  kind: 'integer',
  min: 1,
  description: 'the number of processors; the largest, if left out',
} as const

export const sizeOf = (values: ParameterValues): number | undefined => values.n as number | undefined

/** The value of a text parameter that may be left out. */
export const textOf = (value: number | string | undefined): string | undefined => value as string | undefined
