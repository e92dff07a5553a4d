/** The thread of a worker process that runs the cells: cells in, rows out. */
import { Console } from 'node:console'
import { parentPort, workerData } from 'node:worker_threads'
import type { AnyAlgorithm } from '../../engine/index.ts'
import type { FinishedCell, IndexedCell } from '../cell/index.ts'
import { CellBuilder, runCell, unmeasured } from '../cell/index.ts'
import { trustDefinitions } from '../definition/trust.ts'
import { readChunks } from '../files/read-chunks.ts'
import { readFile } from '../files/read-file.ts'
import { importModule } from '../loading/import-module.ts'
import { loadSwept } from '../loading/load-shared.ts'
import { Fence } from './fence.ts'
import { type Report, shared, type WorkerSetup } from './setup.ts'

/** Finished cells are told of at least so often, so that little is lost when the worker dies. */
const mostMsUntold = 100

interface ThreadData {
  readonly setup: WorkerSetup
  readonly state: Int32Array
}

const { setup, state } = workerData as ThreadData
const port = parentPort!
const { modules, families = [], rehearsed = [], ...rest } = setup
const context = { ...rest, builder: new CellBuilder(readFile, readChunks) }
const rehearsal = { ...context, rehearses: true }
const known = new Map<string, AnyAlgorithm>()
/** As soon as there is anything of the user's to keep in. */
let fence: Fence | null = null
trustDefinitions()
/** Specs can be read only when their families are there. */
const loaded = importAll()
loaded.catch(() => undefined)
// Standard output is for results; what users' handlers print goes where progress goes.
globalThis.console = new Console(process.stderr)

port.on('message', async (cells: readonly IndexedCell[]) => {
  let untold: FinishedCell[] = []
  let told = performance.now()
  for (const { index, cell } of cells) {
    if (Atomics.load(state, shared.stop) !== 0) break
    // To import an algorithm takes time too, but not the cell's.
    const algorithm = await loaded.then(() => algorithmNamed(cell.algorithm)).catch(messageOf)
    Atomics.store(state, shared.running, index + 1)
    if (index === cells[0]!.index) tell({ kind: 'begun' })
    const start = performance.now()
    let row =
      typeof algorithm === 'string'
        ? unmeasured(cell, setup.experiment, 'failed', algorithm)
        : runCell(algorithm, cell, rehearsed.includes(index) ? rehearsal : context)
    const late = (await fence?.failure()) ?? null
    if (late !== null) row = unmeasured(cell, setup.experiment, 'failed', `${cell.algorithm} ${late}`)
    const now = performance.now()
    Atomics.store(state, shared.running, 0)
    untold.push({ index, row, ms: now - start })
    if (now - told < mostMsUntold) continue
    tell({ kind: 'finished', cells: JSON.stringify(untold), done: false })
    untold = []
    told = now
  }
  tell({ kind: 'finished', cells: JSON.stringify(untold), done: true })
})

const tell = (report: Report): void => port.postMessage(report)

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function importAll(): Promise<void> {
  if (families.length > 0) fence ??= new Fence()
  for (const path of families) await importModule(path)
}

async function algorithmNamed(name: string): Promise<AnyAlgorithm> {
  let algorithm = known.get(name)
  if (algorithm === undefined) {
    const file = modules[name]
    if (file !== undefined) fence ??= new Fence()
    algorithm = await loadSwept(file === undefined ? name : `${file}#${name}`)
    known.set(name, algorithm)
  }
  return algorithm
}
