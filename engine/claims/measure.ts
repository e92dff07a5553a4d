/** What claims are about: how measures are named, and what an execution says of them. */
import { InputError } from '../errors.ts'
import type { AnyAlgorithm, Execution, MarkTimes, Measure, OperationMeasures } from '../model/index.ts'

const ofType = 'messages:'
const ofMark = 'time:'
const ofFirstMark = 'time-first:'
const ofMarkAfterGst = 'time-after-gst:'
const ofColumn = 'column:'
const ofOperation = 'response:'

const totals = ['messages', 'time', 'bits', 'bits:max', 'bits:load'] as const
const ofUse = ['response', 'bypass', 'sync_delay', 'delivery', 'messages_per_operation'] as const
type TotalMeasure = (typeof totals)[number]

/** A measure as data: which messages, whose mark, which column. */
export type MeasureParts =
  | { readonly kind: 'total'; readonly name: TotalMeasure }
  /** What the operations of a service cost. */
  | { readonly kind: 'use'; readonly name: (typeof ofUse)[number] }
  | { readonly kind: 'operation'; readonly operation: string }
  /** Several types are a sum. */
  | { readonly kind: 'types'; readonly types: readonly string[] }
  | { readonly kind: 'mark'; readonly mark: string; readonly of: keyof MarkTimes }
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
  const use = ofUse.find((name) => name === measure)
  if (use !== undefined) return { kind: 'use', name: use }
  if (measure.startsWith(ofOperation))
    return { kind: 'operation', operation: measure.slice(ofOperation.length) }
  if (measure.startsWith(ofType))
    return { kind: 'types', types: measure.slice(ofType.length).split(`+${ofType}`) }
  if (measure.startsWith(ofMark)) return { kind: 'mark', mark: measure.slice(ofMark.length), of: 'last' }
  if (measure.startsWith(ofFirstMark))
    return { kind: 'mark', mark: measure.slice(ofFirstMark.length), of: 'first' }
  if (measure.startsWith(ofMarkAfterGst))
    return { kind: 'mark', mark: measure.slice(ofMarkAfterGst.length), of: 'afterGst' }
  if (measure.startsWith(ofColumn)) return { kind: 'column', column: measure.slice(ofColumn.length) }
  return null
}

/** The column of runs.csv that a measure has, and from which the names of those about its claims are made. */
export function columnOf(measure: Measure): string {
  const parts = measureParts(measure)!
  if (parts.kind === 'column') return parts.column
  if (parts.kind === 'mark')
    return `time_${{ first: 'first_', last: '', afterGst: 'after_gst_' }[parts.of]}${parts.mark}`
  return measure.replaceAll(':', '_')
}

/** Whether a measure is a sum of rounded delays, or a figure of the algorithm's own; all others are counts. */
export function isRounded(measure: Measure): boolean {
  const parts = measureParts(measure)!
  if (parts.kind === 'use') return parts.name !== 'bypass'
  return measure === 'time' || parts.kind === 'mark' || parts.kind === 'operation' || parts.kind === 'column'
}

const useFields = {
  response: 'response',
  bypass: 'bypass',
  sync_delay: 'syncDelay',
  delivery: 'delivery',
} as const satisfies Readonly<
  Record<Exclude<(typeof ofUse)[number], 'messages_per_operation'>, keyof OperationMeasures>
>

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
    case 'use':
      if (parts.name === 'messages_per_operation') return messagesPerOperation(measures)
      return measures.operations?.[useFields[parts.name]] ?? null
    case 'operation':
      return measures.operations?.responses[parts.operation] ?? null
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

/** The messages of an execution for each operation completed; null if there was none, or the algorithm offers no service. */
export function messagesPerOperation({ messages, operations }: Execution['measures']): number | null {
  return operations === undefined || operations.completed === 0 ? null : messages / operations.completed
}
