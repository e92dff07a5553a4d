/** What coordinators and workers write to each other. Nothing in it can be executed. */

import type { FinishedCell, IndexedCell } from '../cell/index.ts'
import type { Files } from '../files/data-files.ts'
import type { WorkerSetup } from '../workers/setup.ts'

/** Some cells for a worker: the data of a job in the queue of its code. */
export interface BatchJob {
  readonly format: 'admissible-batch/1'
  /** Names the sweep, and with it the mailbox for results. */
  readonly sweep: string
  /** What it is to be run by, see `codeOf`. */
  readonly code: string
  readonly setup: Omit<WorkerSetup, 'modules' | 'families'>
  /** The longest that a cell may take by the clock on the wall. */
  readonly seconds: number
  /** The files that the cells need. */
  readonly files: Files
  readonly cells: readonly IndexedCell[]
}

/** What a worker puts into the mailbox of a sweep. */
export type Message =
  | { readonly kind: 'results'; readonly worker: string; readonly cells: readonly FinishedCell[] }
  | { readonly kind: 'refused'; readonly worker: string; readonly reason: string }

/** The queue of batches that one version of the code may run: a worker with another one never sees them. */
export const batchQueue = (code: string): string => `admissible-${code.slice(0, 16)}`

/** Where the results of a sweep go. */
export const mailbox = (sweep: string): string => `admissible-${sweep}`

/** Where all workers are seen, whatever their code. */
export const meetingPoint = 'admissible'

/**
 * What stands in a queue, as text: PostgreSQL keeps objects in a form of its own, with their keys in another order, and
 * the order of a row's columns must not change.
 */
export interface Envelope<T> {
  readonly json: string
  /** Only here so that envelopes of different contents are different types. */
  readonly contents?: T
}

export const pack = <T>(contents: T): Envelope<T> => ({ json: JSON.stringify(contents) })

export const unpack = <T>({ json }: Envelope<T>): T => JSON.parse(json) as T
