/** Where a row stands: a folder of results, and the number of the row in its runs.csv, from 1. */
export interface RowPlace {
  readonly folder: string
  readonly row: number
}
