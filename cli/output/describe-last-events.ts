import { type Row, replayCommand } from '../../experiments/index.ts'

/** The processor that the detail of a row names first; null if it names none. */
export function culpritOf({ detail }: Row): number | null {
  const [, processor] = /\bp_(\d+)/.exec(detail ?? '') ?? []
  return processor === undefined ? null : Number(processor)
}

/** The last events of a run that went wrong, and the command that shows the others. */
export function describeLastEvents(row: Row, name: string, events: readonly string[]): string {
  if (events.length === 0) return ''
  const culprit = culpritOf(row)
  const module = name === row.algorithm ? null : name.replace(/#[^#]*$/, '')
  const scope = culprit === null ? '' : ` --processors ${culprit}`
  return [
    `  last events${culprit === null ? '' : ` at p_${culprit}`}`,
    ...events,
    `  all of them        ${replayCommand(row, module)} --trace${scope}`,
    '',
  ].join('\n')
}
