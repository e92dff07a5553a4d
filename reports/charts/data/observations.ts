import type { Row } from '../../../experiments/cell/index.ts'
import { type Group, groupColumns, type Results } from '../../statistics/groups.ts'
import { type ShownMeasure, shows, verdictOn } from '../../statistics/row-claims.ts'
import { boundLabel } from '../../wording/claim-text.ts'

/** A line of the table of what a chart shows. */
export type Observation = Readonly<Record<string, string | number | null>>

/** What was run, in the columns and the spelling of runs.csv. */
export function keyColumns(key: Group['key']): Observation {
  const { weights } = key
  return {
    ...Object.fromEntries(
      groupColumns.flatMap((column) => (column === 'experiment' ? [] : [[column, key[column]]])),
    ),
    ...(weights !== undefined && { weights }),
  }
}

/** A value of a run, and the number of its row in runs.csv, counted from 1. */
export interface Measured {
  readonly value: number
  readonly row: number
}

/** The costs that are there, each with the number of its row. */
export function measuredOf(
  rows: readonly Row[],
  measure: ShownMeasure,
  numbers: Results['numbers'],
): Measured[] {
  return rows.flatMap((row) => {
    const value = row[measure]
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
  measure: ShownMeasure,
  numbers: Results['numbers'],
): Observation[] {
  const claim = claims[measure]
  return complete.map((run) => ({
    ...keyColumns(key),
    replicate: run.replicate,
    [measure]: run[measure],
    bound_label: claim === null ? null : boundLabel(claim),
    bound: claim !== null && shows(run, claim) ? verdictOn(run, claim)!.bound : null,
    row: numbers.get(run)!,
  }))
}
