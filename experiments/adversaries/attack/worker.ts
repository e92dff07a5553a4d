/** What runs in a worker thread of a search: islands. */
import { Console } from 'node:console'
import { workerData } from 'piscina'
import { type IslandResult, searchIsland } from '../../../engine/index.ts'
import { Signals } from '../threads/signals.ts'
import { answer } from '../threads/thread.ts'
import { type AttackSetup, prepareAttack } from './setup.ts'

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

export default async ({ index, runs, signals }: IslandTask) =>
  answer(async (): Promise<IslandResult> => {
    const { algorithm, problem, options } = await prepared
    const told = new Signals(signals)
    return searchIsland(algorithm, problem, options, index, runs, (made, best) => told.tell(made, best))
  })
