import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { InputError } from '../../engine/index.ts'
import type { FinishedCell, Shard } from '../cell/index.ts'
import { runOnCluster } from '../cluster/run-on-cluster.ts'
import type { Experiment } from '../definition/experiment.ts'
import { definitionsAreTrusted } from '../definition/trust.ts'
import { FileHashes } from '../files/data-files.ts'
import type { Cells } from '../grid/cells.ts'
import { gridOf } from '../grid/plan.ts'
import { rehearsedIn } from '../grid/rehearsed.ts'
import { familyModules, modulesOf } from '../loading/modules.ts'
import { Replication } from '../replication/replication.ts'
import { assertShard, dealCells, shardFolder } from '../shards/shard.ts'
import { describeExperiment, specsOf } from '../store/build-manifest.ts'
import { hashCode } from '../store/code-hash.ts'
import { isRowOf } from '../store/collection.ts'
import { linkLatest } from '../store/latest.ts'
import type { LogHeader } from '../store/log.ts'
import { awaitSign } from '../store/occupation.ts'
import type { Progress } from '../store/progress.ts'
import { Store } from '../store/store.ts'
import { type SweepResult, sweepResult } from '../store/sweep-result.ts'
import type { Remainder } from '../workers/remainder.ts'
import { runCells } from '../workers/run-cells.ts'
import { ProgressMeter } from './progress-meter.ts'

/** How to run an experiment; all of it has a default. */
export interface RunOptions {
  /**
   * The folder of the results. Default: results/NAME, to which results/latest then leads; of a shard,
   * results/NAME-shards/2-of-4.
   */
  readonly out?: string | undefined
  /** Run only this part of the grid, for `mergeShards`. */
  readonly shard?: Shard | undefined
  /** Worker processes. Default: as many as the machine runs at once. */
  readonly workers?: number | undefined
  /** Run on the workers at this server, redis://… or postgres://…, instead of in processes of this machine. */
  readonly cluster?: string | undefined
  /** Takes what the user should know while the sweep runs, such as that a server cannot be reached. */
  readonly onNotice?: ((text: string) => void) | undefined
  /** The bytes of memory that may be used. Default: those that are free. */
  readonly memory?: number | undefined
  /** Run only what an earlier run of the same definition by the same code has not finished. */
  readonly resume?: boolean | undefined
  /** With `resume`: where the earlier run was of something else, put it aside and begin anew. */
  readonly force?: boolean | undefined
  /** Ends the sweep early. What is finished by then is on disk and can be resumed. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** The module (path or URL) that exports algorithms which were loaded from no file: `import.meta.url`. */
  readonly module?: string | undefined
  /** What to type to run this again, for the manifest. Default: `admissible run NAME`. */
  readonly command?: string | undefined
  /** What to type to go on after an interruption. Default: the same with `--resume`. */
  readonly resumeCommand?: string | undefined
}

/** How often the folder shows how far the sweep is. */
const showEveryMs = 2000

/**
 * Runs all cells of an experiment in worker processes and writes runs.csv, timings.csv and manifest.json. The rows
 * are the same for any number of workers. Throws an InputError, before anything runs, if the experiment cannot run
 * or the folder cannot be written to; whatever goes wrong in a cell is in its row.
 */
export async function runExperiment(experiment: Experiment, options: RunOptions = {}): Promise<SweepResult> {
  if (definitionsAreTrusted())
    throw new InputError('a module that workers import must run no experiment; guard it with isMainThread')
  const { workers = availableParallelism(), signal = new AbortController().signal } = options
  if (!Number.isSafeInteger(workers) || workers < 1)
    throw new InputError(`workers is ${workers}; it must be an integer of at least 1`)
  const { name, algorithms, budget, check, worstCases } = experiment
  const modules = modulesOf(algorithms, options.module)
  const families = familyModules(specsOf(experiment), options.module)
  const { cells, estimates, leftOut } = gridOf(experiment, {
    workers: options.cluster ? 1 : workers,
    memory: options.memory,
  })
  const { shard } = options
  if (shard !== undefined) assertShard(shard, cells.length)
  if (shard !== undefined && experiment.untilCi !== null)
    throw new InputError(
      'a shard does not see whole groups, by which untilCi decides; run all replicates, or no shards',
    )
  const mine = indicesOf(cells, shard)
  const code = [...Object.values(modules), ...families]
  const header = headerOf(experiment, options, code, { cells, runs: mine.length })
  const directory = resolve(options.out ?? join('results', shard ? shardFolder(name, shard) : name))
  const { onNotice = () => undefined } = options
  for (const notice of leftOut) onNotice(notice)
  await awaitSign(directory, signal, onNotice)
  const isOf = ({ index, row }: FinishedCell) => isRowOf(row, cells.at(index))
  const store = new Store(directory, header, { ...options, isOf })

  const replication = new Replication(experiment, cells, store.recorded)
  const missing = replication.begin(mine)
  const meter = new ProgressMeter(store.recorded.tally)
  let shown = Number.NEGATIVE_INFINITY
  try {
    const rehearsed = check === 'final' ? [] : rehearsedIn(cells.points())
    const common = {
      setup: { experiment: name, budget, check, worstCases, modules, rehearsed, families },
      seconds: budget.seconds ?? 600,
      signal,
      cells,
      estimates,
      record(finished: readonly FinishedCell[]) {
        const fresh = store.add(finished)
        meter.note(fresh)
        return replication.note(fresh)
      },
      onProgress(left: Remainder) {
        const progress = meter.progress(left)
        options.onProgress?.(progress)
        if (performance.now() - shown < showEveryMs) return
        shown = performance.now()
        store.show(progress)
      },
    }
    const { cluster: url, resume = false, memory } = options
    const { experiment: definition, codeHash, data } = header.manifest
    const identity = [definition, codeHash, data, shard]
    if (url !== undefined)
      await runOnCluster(missing, { ...common, isOf, url, directory, identity, resume, onNotice })
    else await runCells(missing, { ...common, workers, memory })
    if (replication.left > 0) return sweepResult(store.recorded, store.manifest(false), directory, true)
    const manifest = store.complete()
    noteTrouble(store, onNotice)
    if (options.out === undefined && shard === undefined) linkLatest(directory)
    return sweepResult(store.recorded, manifest, directory)
  } finally {
    store.close()
  }
}

/** The indices of the cells of a grid, or of a shard of it. */
function indicesOf(cells: Cells, shard: Shard | undefined): Uint32Array {
  const all = Uint32Array.from({ length: cells.length }, (_, index) => index)
  if (shard === undefined) return all
  const dealt = dealCells(cells.sizes(), shard.count)
  return all.filter((index) => dealt[index] === shard.index)
}

function noteTrouble({ recorded, header }: Store, onNotice: (text: string) => void): void {
  const { troubled } = recorded.tally
  const runs = troubled === 1 ? '1 run' : `${troubled} runs`
  if (troubled > 0) onNotice(`the machine seems to have ended ${runs}; to try again: ${header.resume}`)
}

/** What is known of the sweep before anything has run. */
function headerOf(
  experiment: Experiment,
  { command = `admissible run ${experiment.name}`, resumeCommand = `${command} --resume`, shard }: RunOptions,
  modules: readonly string[],
  { cells, runs }: { readonly cells: Cells; readonly runs: number },
): LogHeader {
  const { hash, files } = hashCode([...new Set(modules)])
  return {
    format: 'admissible-log/4',
    manifest: describeExperiment(experiment, {
      codeHash: hash,
      data: new FileHashes().of(Array.from(cells.points(), ({ cell }) => cell)),
      command,
      shard,
    }),
    code: files,
    cells: cells.length,
    runs,
    resume: resumeCommand,
  }
}
