/** The column of runs.csv that a measure of shared memory has: passage_steps, remote_references_cc, scan_reads, bypass. */
export function sharedColumn(measure: string): string {
  if (measure === 'bits') return 'shared_bits'
  const [of, count] = measure.replaceAll('-', '_').split(':') as [string, string?]
  if (count === undefined || !/^(cc|dsm)/.test(count)) return measure.replaceAll('-', '_').replace(':', '_')
  return `${of === 'passage' ? '' : `${of}_`}remote_references_${count}`
}

/** The same as what a claim is about. */
export const columnMeasure = (measure: string): `column:${string}` => `column:${sharedColumn(measure)}`
