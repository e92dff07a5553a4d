/** What runs in a worker thread of a search: islands. */
import { Console } from 'node:console'
import { workerData } from 'piscina'
import { type MessageIsland, type MessageIslandResult, searchIsland } from '../../../engine/index.ts'
import { Signals } from '../threads/signals.ts'
import { answer } from '../threads/thread.ts'
import { type AttackSetup, prepareAttack } from './setup.ts'

/** An island for a worker. */
export interface IslandTask {
  readonly island: MessageIsland
  readonly signals: SharedArrayBuffer
}

// Standard output is for results; what users' handlers print goes where progress goes.
globalThis.console = new Console(process.stderr)
const prepared = prepareAttack(workerData as AttackSetup)

export default async ({ island, signals }: IslandTask) =>
  answer(async (): Promise<MessageIslandResult> => {
    const { algorithm, problem, options } = await prepared
    const told = new Signals(signals)
    return searchIsland(algorithm, problem, options, island, (made, best) => told.tell(made, best))
  })
