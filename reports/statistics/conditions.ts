import {
  allAwakeAtZero,
  oneInitiator,
  parseInputs,
  randomIdentifiers,
  rootAwakeAtZero,
  unitDelays,
} from '../../engine/index.ts'
import type { Row } from '../../experiments/row.ts'

/** What a row's parameters tell of the conditions that theorems usually have. */
const decisions: Readonly<Record<string, (row: Row) => boolean | null>> = {
  [unitDelays.text]: ({ timing, delay }) => timing === 'synchronous' || delay === 'constant',
  [allAwakeAtZero.text]: ({ wakeup }) => (wakeup === 'all' ? true : null),
  [rootAwakeAtZero.text]: ({ wakeup }) => (wakeup === 'all' || wakeup === 'root' ? true : null),
  [oneInitiator.text]: ({ wakeup, n }) => (wakeup === 'root' ? true : wakeup === 'all' ? n === 1 : null),
  [randomIdentifiers.text]: ({ inputs }) => parseInputs(inputs).ids === 'random',
}

/** Whether the condition of a claim holds for a run; null if its row does not tell. */
export function conditionHolds(when: string | null, row: Row): boolean | null {
  if (when === null) return true
  const parts = when.split(' and ').map((part) => decisions[part]?.(row) ?? null)
  if (parts.includes(false)) return false
  return parts.includes(null) ? null : true
}
