import {
  type ComputedInstance,
  type ExplorationSummary,
  InputError,
  joinSummaries,
} from '../../../engine/index.ts'
import { Signals } from '../threads/signals.ts'
import { SearchThread } from '../threads/thread.ts'
import { type ExploreSetup, type PreparedExploration, prepareExploration } from './setup.ts'
import type { ShareResult, ShareTask } from './worker.ts'

/** How far an exploration is. */
export interface ExploreProgress {
  /** Instances explored, and their configurations. */
  readonly instances: number
  readonly states: number
  readonly seconds: number
}

/** How long to explore, and on how many workers. */
export interface ExploreRunOptions {
  readonly workers: number
  /** When to stop; then what was found is a lower estimate. Default: never. */
  readonly seconds?: number | undefined
  /** Stops it, too. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ExploreProgress) => void
}

/** What an exploration has found. */
export interface FinishedExploration extends PreparedExploration {
  readonly setup: ExploreSetup
  readonly summary: ExplorationSummary
  /** Whether all schedules of all instances were explored. */
  readonly exhausted: boolean
  readonly interrupted: boolean
  readonly seconds: number
}

const worker = new URL('./worker.js', import.meta.url)

/**
 * Explores all instances on worker threads, one after the other on each. The result is the same on any number of
 * workers, unless it was stopped. Throws an InputError.
 */
export async function runExploration(
  setup: ExploreSetup,
  options: ExploreRunOptions,
): Promise<FinishedExploration> {
  const prepared = await prepareExploration(setup)
  const workers = isOne(prepared.instances()) ? 1 : options.workers
  const signals = Array.from({ length: workers }, () => new Signals())
  const stop = () => {
    for (const signal of signals) signal.stop()
  }
  const start = performance.now()
  const seconds = () => (performance.now() - start) / 1000
  const progress = () =>
    options.onProgress?.({
      instances: signals.reduce((sum, { done }) => sum + done, 0),
      states: signals.reduce((sum, { figure }) => sum + figure, 0),
      seconds: seconds(),
    })
  const timers = [setInterval(progress, 250)]
  if (options.seconds !== undefined) timers.push(setTimeout(stop, 1000 * options.seconds))
  options.signal?.addEventListener('abort', stop)
  const threads = signals.map(() => new SearchThread<ShareTask, ShareResult>(worker, setup))
  try {
    const shares = await Promise.all(
      threads.map((thread, remainder) =>
        thread.run({ remainder, workers, signals: signals[remainder]!.buffer }).catch((error) => {
          // The others have nothing more to look for.
          stop()
          throw error
        }),
      ),
    )
    const found = shares.flatMap((share) => share.found ?? [])
    if (found.length === 0) throw new InputError('the exploration was stopped before it had found anything')
    const summary = found.reduce(joinSummaries)
    const complete = shares.every((share) => share.complete)
    return {
      ...prepared,
      setup,
      summary,
      exhausted: complete && summary.exhausted === summary.instances,
      interrupted: options.signal?.aborted === true,
      seconds: seconds(),
    }
  } finally {
    for (const timer of timers) clearTimeout(timer)
    options.signal?.removeEventListener('abort', stop)
    await Promise.all(threads.map((thread) => thread.end()))
  }
}

function isOne(instances: Generator<ComputedInstance>): boolean {
  instances.next()
  return instances.next().done === true
}
