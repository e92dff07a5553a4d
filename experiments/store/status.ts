import { join } from 'node:path'
import { InputError } from '../../engine/index.ts'
import type { Row } from '../cell/index.ts'
import { type Occupant, occupantOf } from './occupation.ts'
import { isComplete } from './older.ts'
import { readHeader } from './read-log.ts'
import { readRecorded } from './tables.ts'

/** How a sweep stands, as its folder tells. */
export interface SweepStatus {
  readonly experiment: string
  /** `running`: a process works on it. `interrupted`: none does, and not all runs are finished. */
  readonly state: 'running' | 'interrupted' | 'complete'
  /** Finished runs, of at most so many that there will be. */
  readonly finished: number
  readonly runs: number
  readonly outcomes: Readonly<Partial<Record<Row['outcome'], number>>>
  readonly violations: number
  readonly failures: number
  /** Who works on it, and how far it said that it is; also one that was killed. */
  readonly occupant: Occupant | null
  /** What to type to go on. */
  readonly resume: string
}

/** Reads how the sweep in a folder stands, without disturbing who works on it. Throws an InputError if there is none. */
export function statusOf(directory: string): SweepStatus {
  const found = occupantOf(directory)
  const path = join(directory, 'runs.jsonl')
  const header = readHeader(path)
  if (header === null) {
    if (found?.alive)
      throw new InputError(`${directory}: a sweep has begun, and nothing of it is finished yet`)
    throw new InputError(`${directory} holds no results: there is no runs.jsonl in it`)
  }
  const recorded = readRecorded(path, header)
  const { cells, outcomes, violations, failures } = recorded.tally
  const complete = isComplete(directory)
  return {
    experiment: header.manifest.experiment.name,
    state: found?.alive ? 'running' : complete ? 'complete' : 'interrupted',
    finished: cells,
    runs: complete ? cells : header.runs,
    outcomes,
    violations: violations.length,
    failures: failures.length,
    occupant: found?.occupant ?? null,
    resume: header.resume,
  }
}
