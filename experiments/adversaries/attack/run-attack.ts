import { type AttackResult, joinIslands, type MessageIslandResult } from '../../../engine/index.ts'
import { SearchThread } from '../threads/thread.ts'
import { Islands } from './islands.ts'
import { type AttackSetup, type PreparedAttack, prepareAttack } from './setup.ts'
import type { IslandTask } from './worker.ts'

/** How far a search is. */
export interface AttackProgress {
  readonly runs: number
  /** −∞ before the first run. */
  readonly best: number
  readonly seconds: number
}

/** How long to search, and on how many workers. */
export interface AttackRunOptions {
  /** When to end: after so many runs, or by the clock. */
  readonly limit: { readonly runs: number } | { readonly seconds: number }
  readonly workers: number
  /** Ends the search; what was found by then is the result. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: AttackProgress) => void
}

/** What a search has found, and on what. */
export interface FinishedAttack extends PreparedAttack {
  readonly result: AttackResult
  readonly interrupted: boolean
}

/**
 * Searches for a worst case on worker threads. The islands of a round are handed out in order, the next round begins when
 * all are done, and the result is that of islands 0, 1, 2 … up to the first that was cut short: as many runs give it
 * again, on any number of workers. Throws an InputError.
 */
export async function runAttack(setup: AttackSetup, options: AttackRunOptions): Promise<FinishedAttack> {
  const prepared = await prepareAttack(setup)
  const { limit, workers, signal } = options
  const runsMax = 'runs' in limit ? limit.runs : Number.POSITIVE_INFINITY
  const islands = new Islands(runsMax, setup.strategies ?? undefined)
  const stop = () => islands.stop()
  const start = performance.now()
  const progress = () =>
    options.onProgress?.({ ...islands.progress, seconds: (performance.now() - start) / 1000 })
  const timers = [setInterval(progress, 250)]
  if ('seconds' in limit) timers.push(setTimeout(stop, 1000 * limit.seconds))
  signal?.addEventListener('abort', stop)
  const worker = new URL('./worker.js', import.meta.url)
  const threads = Array.from(
    { length: workers },
    () => new SearchThread<IslandTask, MessageIslandResult>(worker, setup),
  )
  try {
    while (islands.nextRound()) await Promise.all(threads.map((thread) => work(thread, islands)))
  } finally {
    await Promise.all(threads.map((thread) => thread.end()))
    for (const timer of timers) clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
  progress()
  const { algorithm, problem } = prepared
  const result = joinIslands(algorithm, problem, prepared.options, islands.results)
  return { ...prepared, result, interrupted: signal?.aborted === true }
}

/** Searches one island of the round after the other on a thread. */
async function work(thread: SearchThread<IslandTask, MessageIslandResult>, islands: Islands): Promise<void> {
  let task = islands.next()
  try {
    for (; task !== null; task = islands.next()) islands.finished(task, await thread.run(task))
  } finally {
    // Should it fail, the others have nothing more to search for.
    if (task !== null) islands.stop()
  }
}
