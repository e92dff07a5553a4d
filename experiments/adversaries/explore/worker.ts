/** What runs in a worker thread of an exploration: every k-th instance. */
import { Console } from 'node:console'
import { workerData } from 'piscina'
import { type ExplorationSummary, exploreOne, exploreRounds, joinSummaries } from '../../../engine/index.ts'
import { Signals } from '../threads/signals.ts'
import { answer } from '../threads/thread.ts'
import { type ExploreSetup, prepareExploration } from './setup.ts'

/** The share of a worker: the instances whose place leaves this remainder. */
export interface ShareTask {
  readonly remainder: number
  readonly workers: number
  readonly signals: SharedArrayBuffer
}

export interface ShareResult {
  /** Null if there is no instance in the share, or none was begun. */
  readonly found: ExplorationSummary | null
  /** Whether all instances of the share were begun. */
  readonly complete: boolean
}

// Standard output is for results; what users' handlers print goes where progress goes.
globalThis.console = new Console(process.stderr)
const setup = workerData as ExploreSetup
const prepared = prepareExploration(setup)

export default async (task: ShareTask) =>
  answer(async (): Promise<ShareResult> => {
    const { algorithm, timing, identifiers, instances, callsOn } = await prepared
    const signals = new Signals(task.signals)
    const { wakeUps, states, time, reduce } = setup
    const options = { wakeUps, states, time, reduce, identifiers, stopped: () => signals.stopped }
    let found: ExplorationSummary | null = null
    let place = -1
    for (const problem of instances()) {
      place++
      if (place % task.workers !== task.remainder) continue
      if (signals.stopped) return { found, complete: false }
      const one =
        timing === 'synchronous'
          ? exploreRounds(algorithm, problem, place, options)
          : exploreOne(algorithm, problem, place, { ...options, calls: callsOn(problem) })
      found = found === null ? one : joinSummaries(found, one)
      signals.tell(found.instances, found.states)
    }
    return { found, complete: true }
  })
