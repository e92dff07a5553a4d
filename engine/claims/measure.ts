/** What claims are about: how measures are named, and what an execution says of them. */
import { InputError } from '../errors.ts'
import type { AnyAlgorithm, Execution, Measure } from '../model/index.ts'

const ofType = 'messages:'
const ofMark = 'time:'
const ofFirstMark = 'time-first:'
const ofColumn = 'column:'

const totals = ['messages', 'time', 'bits', 'bits:max', 'bits:load'] as const
type TotalMeasure = (typeof totals)[number]

/** A measure as data: which messages, whose mark, which column. */
type MeasureParts =
  | { readonly kind: 'total'; readonly name: TotalMeasure }
  /** Several types are a sum. */
  | { readonly kind: 'types'; readonly types: readonly string[] }
  | { readonly kind: 'mark'; readonly mark: string; readonly of: 'first' | 'last' }
  | { readonly kind: 'column'; readonly column: string }

const partsOf = new Map<string, MeasureParts | null>()

/** Null if nothing is measured under such a name. Every run asks, so a name is read once. */
export function measureParts(measure: string): MeasureParts | null {
  let parts = partsOf.get(measure)
  if (parts === undefined) partsOf.set(measure, (parts = readMeasure(measure)))
  return parts
}

function readMeasure(measure: string): MeasureParts | null {
  const total = totals.find((name) => name === measure)
  if (total !== undefined) return { kind: 'total', name: total }
  if (measure.startsWith(ofType))
    return { kind: 'types', types: measure.slice(ofType.length).split(`+${ofType}`) }
  if (measure.startsWith(ofMark)) return { kind: 'mark', mark: measure.slice(ofMark.length), of: 'last' }
  if (measure.startsWith(ofFirstMark))
    return { kind: 'mark', mark: measure.slice(ofFirstMark.length), of: 'first' }
  if (measure.startsWith(ofColumn)) return { kind: 'column', column: measure.slice(ofColumn.length) }
  return null
}

/** The column of runs.csv that a measure has, and from which the names of those about its claims are made. */
export function columnOf(measure: Measure): string {
  const parts = measureParts(measure)!
  if (parts.kind === 'column') return parts.column
  if (parts.kind === 'mark') return `time_${parts.of === 'first' ? 'first_' : ''}${parts.mark}`
  return measure.replaceAll(':', '_')
}

/** Whether a measure is a sum of rounded delays, or a figure of the algorithm's own; all others are counts. */
export function isRounded(measure: Measure): boolean {
  const parts = measureParts(measure)!
  return measure === 'time' || parts.kind === 'mark' || parts.kind === 'column'
}

const fields = {
  messages: 'messages',
  time: 'time',
  bits: 'bits',
  'bits:max': 'bitsMax',
  'bits:load': 'bitsLoad',
} as const satisfies Readonly<Record<TotalMeasure, keyof Execution['measures']>>

/** What was measured in an execution; null if that was not measured. Throws an InputError if a column is no number. */
export function measuredValue(
  { columns }: AnyAlgorithm,
  { outcome, measures, final }: Execution,
  measure: Measure,
): number | null {
  const parts = measureParts(measure)!
  switch (parts.kind) {
    case 'total':
      return measures[fields[parts.name]]
    case 'types':
      return parts.types.reduce((sum, type) => sum + (measures.messagesByType[type] ?? 0), 0)
    case 'mark':
      return measures.marks[parts.mark]?.[parts.of] ?? null
    case 'column': {
      if (outcome.kind === 'budget' || outcome.kind === 'failed') return null
      const value = columns![parts.column]!.read(final)
      if (typeof value === 'number' && Number.isFinite(value)) return value
      throw new InputError(
        `a claim is about the column ${parts.column}, which gives ${JSON.stringify(value)}; it must be a number`,
      )
    }
  }
}
