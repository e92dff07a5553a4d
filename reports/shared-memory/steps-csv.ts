import { stringify } from 'csv-stringify/sync'
import type { SharedStory } from '../../engine/index.ts'

const columns = [
  ...(['step', 'time', 'processor', 'section', 'line', 'access', 'variable', 'before', 'after'] as const),
  ...(['waits', 'remote_cc', 'remote_cc_write_back', 'remote_dsm', 'section_after'] as const),
]

/** The steps of an execution on shared memory as CSV, one a line; nil is −1. */
export function sharedStepsToCsv({ first, moments }: SharedStory): string {
  const rows = moments.map(({ number, time, step, remote }) => [
    ...[number, time, step.processor, step.from, step.line, step.kind, first.variables[step.variable]!.name],
    ...[step.before, step.after, step.inVain, remote.cc, remote['cc-write-back'], remote.dsm, step.to],
  ])
  return stringify([[...columns], ...rows], { cast: { boolean: String } })
}
