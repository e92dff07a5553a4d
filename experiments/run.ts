import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError } from '../engine/index.ts'
import type { Experiment } from './experiment.ts'
import { moduleOf } from './loading/modules.ts'
import type { Manifest } from './manifest.ts'
import { gridOf } from './plan.ts'
import type { Progress } from './progress.ts'
import { isViolation, type Row } from './row.ts'
import { isStock } from './stock-algorithm.ts'
import { buildManifest, experimentData } from './store/build-manifest.ts'
import { codeHash } from './store/code-hash.ts'
import { linkLatest } from './store/latest.ts'
import { Store } from './store/store.ts'
import { definitionsAreTrusted } from './trust.ts'
import { CellPool } from './workers/pool.ts'
import { Schedule } from './workers/schedule.ts'
import type { FinishedCell } from './workers/setup.ts'

export interface RunOptions {
  /** The folder of the results. Default: results/NAME, to which results/latest then leads. */
  readonly out?: string | undefined
  /** Worker threads. Default: as many as the machine runs at once. */
  readonly workers?: number | undefined
  /** Run only what an earlier run of the same definition by the same code has not finished. */
  readonly resume?: boolean | undefined
  /** Ends the sweep early. What is finished by then is on disk and can be resumed. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** The module (path or URL) that exports algorithms which were loaded from no file: `import.meta.url`. */
  readonly module?: string | undefined
  /** What to type to run this again, for the manifest. Default: `admissible run NAME`. */
  readonly command?: string | undefined
}

export interface SweepResult {
  /** In grid order; only the finished ones, if interrupted. */
  readonly rows: readonly Row[]
  readonly manifest: Manifest
  readonly directory: string
  /** Rows in which a claim or a property was violated. */
  readonly violations: readonly Row[]
  /** Rows of cells that failed or ran out of budget. */
  readonly failures: readonly Row[]
  /** Whether the signal came before all cells were finished. Then only the log was written. */
  readonly interrupted: boolean
}

/**
 * Runs all cells of an experiment on worker threads and writes runs.csv, timings.csv and manifest.json. The rows
 * are the same for any number of workers. Throws an InputError, before anything runs, if the experiment cannot run
 * or the folder cannot be written to; whatever goes wrong in a cell is in its row.
 */
export async function runExperiment(experiment: Experiment, options: RunOptions = {}): Promise<SweepResult> {
  if (definitionsAreTrusted())
    throw new InputError('a module that workers import must run no experiment; guard it with isMainThread')
  const { workers = availableParallelism(), signal = new AbortController().signal } = options
  if (!Number.isSafeInteger(workers) || workers < 1)
    throw new InputError(`workers is ${workers}; it must be an integer of at least 1`)
  const modules = modulesOf(experiment, options.module)
  const { cells, estimates } = gridOf(experiment)
  const directory = resolve(options.out ?? join('results', experiment.name))
  const hash = codeHash([...new Set(Object.values(modules))])
  const header = {
    format: 'admissible-log/1',
    experiment: experimentData(experiment),
    codeHash: hash,
  } as const
  const store = new Store(directory, header, options.resume ?? false)

  const results: (FinishedCell | undefined)[] = new Array(cells.length)
  for (const cell of store.finished) results[cell.index] = cell
  const missing = cells.flatMap((cell, index) => (results[index] === undefined ? [{ index, cell }] : []))
  const schedule = new Schedule(missing, estimates)
  const report = progressReporter(missing.length, cells.length - missing.length, options.onProgress)

  if (missing.length > 0) {
    const { name, budget } = experiment
    const setup = { experiment: name, budget, modules }
    const threads = Math.min(workers, missing.length)
    const pool = new CellPool({ workers: threads, setup, seconds: budget.seconds ?? 600, signal })
    const work = async (): Promise<void> => {
      for (let batch = schedule.next(); batch.length > 0 && !signal.aborted; batch = schedule.next()) {
        const finished = await pool.run(batch)
        if (finished === null) return
        store.add(finished)
        for (const result of finished) {
          results[result.index] = result
          schedule.finished(result.index, result.ms)
        }
        report(finished, schedule.msLeft() / threads)
      }
    }
    try {
      await Promise.all(Array.from({ length: threads }, work))
    } finally {
      await pool.close()
      store.close()
    }
  }

  const finished = results.filter((result) => result !== undefined)
  const rows = finished.map(({ row }) => row)
  const { command = `admissible run ${experiment.name}` } = options
  const manifest = buildManifest(experiment, rows, { codeHash: hash, command, cells: cells.length })
  const interrupted = rows.length < cells.length
  if (!interrupted) {
    store.complete(
      manifest,
      rows,
      finished.map(({ ms }) => ms),
    )
    if (options.out === undefined) linkLatest(directory)
  }
  const failures = rows.filter(({ outcome }) => outcome === 'failed' || outcome === 'budget')
  return { rows, manifest, directory, violations: rows.filter(isViolation), failures, interrupted }
}

/** By name, the module of each algorithm that is not in the catalogue. */
function modulesOf(experiment: Experiment, fallback: string | undefined): Record<string, string> {
  const modules: Record<string, string> = {}
  for (const algorithm of experiment.algorithms) {
    if (isStock(algorithm)) continue
    const module = moduleOf(algorithm) ?? fallback
    if (module === undefined)
      throw new InputError(
        `workers cannot import ${algorithm.name}: it was loaded from no file; give runExperiment its module`,
      )
    modules[algorithm.name] = module.startsWith('file:') ? fileURLToPath(module) : resolve(module)
  }
  return modules
}

function progressReporter(total: number, resumed: number, onProgress: RunOptions['onProgress']) {
  const start = performance.now()
  let done = 0
  let messages = 0
  return (finished: readonly FinishedCell[], msLeft: number): void => {
    done += finished.length
    for (const { row } of finished) messages += row.messages ?? 0
    const seconds = (performance.now() - start) / 1000
    onProgress?.({
      done,
      total,
      resumed,
      messages,
      seconds,
      cellsPerSecond: done / seconds,
      messagesPerSecond: messages / seconds,
      secondsLeft: msLeft / 1000,
    })
  }
}
