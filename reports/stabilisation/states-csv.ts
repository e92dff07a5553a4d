import { stringify } from 'csv-stringify/sync'
import type { StabilisingStory } from '../../engine/index.ts'

/** The configurations of an execution of a self-stabilising algorithm as CSV, one a line: who moved, and everyone’s state. */
export function statesToCsv({ moments, processors }: StabilisingStory): string {
  const rows = moments.map(({ number, moved, states, privileged, legitimate }) => [
    ...[number, moved.map(([p]) => p).join(' '), privileged.join(' '), legitimate],
    ...processors.map((p) => states[p]),
  ])
  const columns = ['step', 'moved', 'privileged', 'legitimate', ...processors.map((p) => `p${p}`)]
  return stringify([columns, ...rows], { cast: { boolean: String } })
}
