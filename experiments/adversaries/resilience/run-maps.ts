import { faultModel, InputError } from '../../../engine/index.ts'
import type { ResilienceDefinition } from '../../definition/resilience.ts'
import { loadAlgorithm } from '../../loading/load.ts'
import { modulesOf } from '../../loading/modules.ts'
import { SearchThread } from '../threads/thread.ts'
import { type ResilienceMap, systemsOf } from './asked.ts'
import { Journal } from './journal.ts'
import { worstOf } from './look.ts'
import type { ResilienceCell, System } from './system.ts'

/** On how many threads, and where what is known is kept. */
interface MapOptions {
  readonly workers: number
  /** The folder whose journal takes in what is known of each system. Default: none does. */
  readonly folder?: string | undefined
  /** Go on with what the journal has. */
  readonly resume?: boolean | undefined
  /** Ends it early. */
  readonly signal?: AbortSignal | undefined
  /** Told how many systems are done, of how many. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined
}

/**
 * Looks at all systems on worker threads, and gives a map for each algorithm: the same for any number of workers. Null if
 * the signal came before all was done; what was known by then is in the journal. Throws an InputError.
 */
export async function runMaps(
  asked: ResilienceDefinition,
  { workers, folder, resume = false, signal, onProgress = () => {} }: MapOptions,
): Promise<ResilienceMap[] | null> {
  // What cannot be is refused before anything runs.
  const systems = await systemsOf(asked)
  const loaded = await Promise.all(asked.algorithms.map((name) => loadAlgorithm(name)))
  if (asked.faults !== null) faultModel(asked.faults, Math.max(...asked.sizes))
  const journal =
    folder === undefined
      ? null
      : new Journal(folder, asked, { resume, modules: Object.values(modulesOf(loaded, undefined)) })
  try {
    const known = journal?.known ?? new Map<number, ResilienceCell>()
    await lookAtAll(systems, known, { workers, signal }, (index, cell) => {
      journal?.note(index, cell)
      onProgress(known.size, systems.length)
    })
    if (known.size < systems.length) return null
    journal?.complete()
    return loaded.map((algorithm, i) => ({
      algorithm,
      faults: kindOf(asked.faults ?? worstOf(algorithm)),
      cells: systems.flatMap((system, k) =>
        system.algorithm === asked.algorithms[i] ? [known.get(k)!] : [],
      ),
    }))
  } finally {
    journal?.close()
  }
}

/** Large systems take longest, so they begin: else all others wait for one of them in the end. */
async function lookAtAll(
  systems: readonly System[],
  known: Map<number, ResilienceCell>,
  { workers, signal }: Pick<MapOptions, 'workers' | 'signal'>,
  onCell: (index: number, cell: ResilienceCell) => void,
): Promise<void> {
  const weight = (index: number) => systems[index]!.n + systems[index]!.f
  const waiting = [...systems.keys()]
    .filter((index) => !known.has(index))
    .sort((a, b) => weight(b) - weight(a) || a - b)
  const worker = new URL('./worker.js', import.meta.url)
  const count = Math.min(workers, waiting.length)
  const threads = Array.from({ length: count }, () => new SearchThread<System, ResilienceCell>(worker, null))
  const isStopped = () => signal?.aborted === true
  const stopped = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()))
  const work = async (thread: SearchThread<System, ResilienceCell>): Promise<void> => {
    while (!isStopped()) {
      const index = waiting.shift()
      if (index === undefined) return
      const { algorithm, n, f } = systems[index]!
      const cell = await thread.run(systems[index]!).catch((error: Error) => {
        waiting.length = 0
        throw new InputError(`${algorithm}, n = ${n}, f = ${f}: ${error.message}`)
      })
      if (isStopped()) return
      known.set(index, cell)
      onCell(index, cell)
    }
  }
  const all = Promise.all(threads.map(work))
  try {
    await Promise.race([all, stopped])
  } finally {
    // Systems that are under way when it is to end are given up.
    all.catch(() => undefined)
    await Promise.all(threads.map((thread) => thread.end()))
  }
}

const kindOf = (spec: string): string => spec.split(':')[0]!
