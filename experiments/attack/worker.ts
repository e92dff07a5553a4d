/** What runs in a worker thread of a search: islands. */
import { Console } from 'node:console'
import { workerData } from 'piscina'
import { InputError, type IslandResult, searchIsland } from '../../engine/index.ts'
import { type AttackSetup, prepareAttack } from './setup.ts'
import { Signals } from './signals.ts'

/** An island for a worker. */
export interface IslandTask {
  readonly index: number
  /** It makes no more runs than this. */
  readonly runs: number
  readonly signals: SharedArrayBuffer
}

// Standard output is for results; what users' handlers print goes where progress goes.
globalThis.console = new Console(process.stderr)
const prepared = prepareAttack(workerData as AttackSetup)

/** What the island has found, or why it could not be searched: an error loses its class on its way out of the thread. */
export type IslandAnswer =
  | { readonly kind: 'found'; readonly island: IslandResult }
  | { readonly kind: 'refused'; readonly reason: string }

export default async function search({ index, runs, signals }: IslandTask): Promise<IslandAnswer> {
  const { algorithm, problem, options } = await prepared
  const told = new Signals(signals)
  const tell = (made: number, best: number): boolean => told.tell(made, best)
  try {
    return { kind: 'found', island: searchIsland(algorithm, problem, options, index, runs, tell) }
  } catch (error) {
    if (error instanceof InputError) return { kind: 'refused', reason: error.message }
    throw error
  }
}
