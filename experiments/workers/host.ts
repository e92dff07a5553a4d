/**
 * A worker process. Its main thread watches over the thread that runs the cells: it ends the process when a cell takes
 * too long or too much memory, and when whoever started it is gone.
 */
import { writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type Death, type Order, type Report, shared, type WorkerLimits, type WorkerSetup } from './setup.ts'

const state = new Int32Array(new SharedArrayBuffer(8))
let thread: Worker | null = null
/** When the thread was told to run cells, until it begins. */
let ordered: number | null = null

// Whoever started this process decides when it ends, also when a whole group of processes is told to.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.on('disconnect', end)
process.on('message', (order: Order) => {
  if (order.kind === 'start') {
    thread = start(order.setup, order.limits)
    process.send!({ kind: 'ready' } satisfies Report)
  } else if (order.kind === 'stop') Atomics.store(state, shared.stop, 1)
  else {
    ordered = performance.now()
    thread!.postMessage(order.cells)
  }
})
offerToTheSystem()

function start(setup: WorkerSetup, limits: WorkerLimits): Worker {
  const started = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: { setup, state },
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  })
  started.on('message', (report: unknown) => {
    // A user's module can send messages as well.
    if (isReport(report)) {
      if (report.kind === 'begun') ordered = null
      process.send!(report)
    } else die({ cause: 'error', message: 'its worker process told what it was not asked', index: running() })
  })
  started.on('error', (error: { readonly code?: unknown }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') die({ cause: 'memory', index: running() })
    else if (error.code === 'ERR_WORKER_INIT_FAILED')
      die({ cause: 'machine', message: `a worker has no thread: ${error}`, begun: false, index: null })
    else die({ cause: 'error', message: String(error), index: running() })
  })
  started.on('exit', (code) => die({ cause: 'exit', code, index: running() }))
  watch(limits)
  return started
}

/** The index of the cell that is running. */
function running(): number | null {
  const value = Atomics.load(state, shared.running)
  return value === 0 ? null : value - 1
}

/** To import an algorithm may take so many seconds, also where a cell may not. */
const leastToBegin = 30

function watch({ seconds, memory }: WorkerLimits): void {
  // Beside what cells keep, there are the program and what waits for the collector of garbage.
  const mostBytes = (1.25 * memory + 256) * 2 ** 20
  let last: number | null = null
  let since = 0
  const look = () => {
    const now = performance.now()
    const current = running()
    if (ordered !== null && now - ordered > 1000 * Math.max(seconds, leastToBegin))
      die({ cause: 'error', message: 'its module is not imported in time', index: null })
    if (current === null || current !== last) {
      last = current
      since = now
    } else if (now - since > 1000 * seconds) die({ cause: 'seconds', index: current })
    if (process.memoryUsage.rss() > mostBytes) die({ cause: 'memory', index: current })
  }
  setInterval(look, Math.min(200 * seconds, 200))
}

/** Whether the thread that runs the cells may have said this. */
function isReport(report: unknown): report is Report {
  if (typeof report !== 'object' || report === null) return false
  const { kind, cells, done } = report as Readonly<Record<string, unknown>>
  return kind === 'begun' || (kind === 'finished' && typeof cells === 'string' && typeof done === 'boolean')
}

let dying = false

/** Says what ended the cells, then ends. */
function die(death: Death): void {
  if (dying) return
  dying = true
  const report: Report = { kind: 'death', death }
  process.send!(report, end)
}

function end(): void {
  // Nothing less ends a thread in all cases; no state is lost with it.
  process.kill(process.pid, 'SIGKILL')
}

/** Where the system ends processes to gain memory, let it take the one that can be replaced. */
function offerToTheSystem(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '800')
  } catch {
    // Only Linux has this.
  }
}
