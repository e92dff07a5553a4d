import type { Measure } from '../../../engine/index.ts'
import type { Row } from '../../../experiments/cell/index.ts'
import { type Group, groupColumns, optionalOf, type Results } from '../../statistics/groups.ts'
import { measuredOf as measuredIn, shows, verdictOn } from '../../statistics/row-claims.ts'
import { boundLabel } from '../../wording/claim-text.ts'
import type { Quantity } from './quantity.ts'

/** A line of the table of what a chart shows. */
export type Observation = Readonly<Record<string, string | number | null>>

/** What was run, in the columns and the spelling of runs.csv. */
export function keyColumns(key: Group['key']): Observation {
  return {
    ...Object.fromEntries(
      groupColumns.flatMap((column) => (column === 'experiment' ? [] : [[column, key[column]]])),
    ),
    ...optionalOf(key),
  }
}

/** The same with what lies along the axis; runs of all sizes may be one group there, which then has no size. */
export function placeColumns(group: Group, x: Quantity): Observation {
  const sizes = new Set(group.complete.map(({ n }) => n))
  return {
    ...keyColumns(group.key),
    ...(sizes.size > 1 && { n: null }),
    ...(x.name !== 'n' && { [x.name]: x.of(group) }),
  }
}

/** A value of a run, and the number of its row in runs.csv, counted from 1. */
export interface Measured {
  readonly value: number
  readonly row: number
}

/** The costs that are there, each with the number of its row. */
export function measuredOf(rows: readonly Row[], measure: Measure, numbers: Results['numbers']): Measured[] {
  return rows.flatMap((row) => {
    const value = measuredIn(row, measure)
    return value === null ? [] : [{ value, row: numbers.get(row)! }]
  })
}

export const valuesIn = (measured: readonly Measured[]): number[] => measured.map(({ value }) => value)

/** The row of the largest value, the first if several have it. */
export function costliest(measured: readonly Measured[]): number {
  return measured.reduce((most, one) => (one.value > most.value ? one : most)).row
}

/** The runs of a group as records of a figure's table. */
export function runRecords(
  { key, complete, claims }: Group,
  measure: Measure,
  numbers: Results['numbers'],
): Observation[] {
  const claim = claims[measure] ?? null
  return complete.map((run) => ({
    ...keyColumns(key),
    replicate: run.replicate,
    [measure]: measuredIn(run, measure),
    bound_label: claim === null ? null : boundLabel(claim),
    bound: claim !== null && shows(run, claim) ? verdictOn(run, claim)!.bound : null,
    row: numbers.get(run)!,
  }))
}
