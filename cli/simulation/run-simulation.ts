import { rmSync } from 'node:fs'
import { getHeapStatistics } from 'node:v8'
import { Worker } from 'node:worker_threads'
import {
  type Cell,
  describePlace,
  type FilesRead,
  InputError,
  type Link,
  placeIn,
} from '../../engine/index.ts'
import { draftOf, type Row, unmeasured } from '../../experiments/index.ts'
import { SimulationLine } from '../output/simulation-line.ts'
import type { SimulateOptions } from './options.ts'
import type { SimulationReport, SimulationTask } from './worker.ts'

/** What came of a simulation. */
interface Simulated {
  readonly row: Row
  readonly witness: readonly Link[] | null
  readonly files: FilesRead
  /** The last events of a run that went wrong. */
  readonly last: readonly string[]
}

const noFiles: FilesRead = { network: null, delays: null }

/** As in sweeps. */
const defaultSeconds = 600
/** Before the run begins, so much time is not too much in any case: to load the algorithm and to build the network. */
const loadingSeconds = 60

/**
 * Runs an algorithm once, on a thread that is ended when its time is over: the row then says where it was. Shows
 * progress on stderr. Throws an InputError if the options make no sense.
 */
export async function runSimulation(
  name: string,
  options: SimulateOptions,
  print: (text: string) => void,
): Promise<Simulated> {
  const { maxSeconds = defaultSeconds, record } = options
  const buffer = new SharedArrayBuffer(32)
  const place = new Float64Array(buffer)
  const task: SimulationTask = { name, options, place: buffer }
  const thread = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: getHeapStatistics().heap_size_limit / 2 ** 20 },
  })
  const line = new SimulationLine()
  const timer = setInterval(() => line.show(place), 250)
  let cell: Cell | null = null
  let types: readonly string[] = []
  let ran: Omit<Simulated, 'last'> | null = null
  let last: readonly string[] = []
  let complete = false
  const ended = (outcome: 'budget' | 'failed', reason: string): Omit<Simulated, 'last'> => {
    if (cell === null) throw new InputError(`${name}: ${reason}, while it was loaded and its network built`)
    const where = `${describePlace(place, types)}, after ${place[placeIn.messages]} messages`
    const row = unmeasured(cell, 'simulate', outcome, `${reason}: ${where}`)
    return { row, witness: null, files: noFiles }
  }
  try {
    const end = await endOf(thread, maxSeconds, (report) => {
      if (report.kind === 'begun') {
        ;({ cell, typeNames: types } = report)
        line.begin()
      } else if (report.kind === 'print') print(report.text)
      else if (report.kind === 'ran') ran = report
      else if (report.kind === 'retold') last = report.last
    })
    if (end.kind === 'refused') throw new InputError(end.reason)
    if (end.kind === 'fault') throw faultOf(end.stack)
    complete = ran !== null
    if (end.kind !== 'done') ran ??= ended(end.kind, end.reason)
    return { ...ran!, last }
  } finally {
    clearInterval(timer)
    line.end()
    await thread.terminate()
    if (record !== undefined && !complete) rmSync(draftOf(record), { force: true })
  }
}

type End =
  | Extract<SimulationReport, { kind: 'refused' | 'fault' | 'done' }>
  | { readonly kind: 'budget' | 'failed'; readonly reason: string }

/** How the thread ends; `take` is told of all that it tells before. */
function endOf(thread: Worker, seconds: number, take: (report: SimulationReport) => void): Promise<End> {
  return new Promise((resolve) => {
    const start = (limit: number) =>
      setTimeout(
        () => resolve({ kind: 'budget', reason: `not finished after ${limit} s` }),
        Math.min(1000 * limit, 2 ** 31 - 1),
      )
    let timer = start(Math.max(seconds, loadingSeconds))
    const end = (how: End): void => {
      clearTimeout(timer)
      resolve(how)
    }
    thread.on('message', (report: SimulationReport) => {
      if (report.kind === 'refused' || report.kind === 'fault' || report.kind === 'done') end(report)
      else {
        // The seconds are the run's: what it takes to load it and to build its network does not count against them.
        if (report.kind === 'begun') {
          clearTimeout(timer)
          timer = start(seconds)
        }
        take(report)
      }
    })
    thread.on('error', (error: Error & { readonly code?: unknown }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') end({ kind: 'budget', reason: 'out of memory' })
      else end({ kind: 'fault', stack: error.stack ?? String(error) })
    })
    thread.on('exit', (code) => end({ kind: 'failed', reason: `the algorithm exits with code ${code}` }))
  })
}

/** An error of another thread, as it was there. */
function faultOf(stack: string): Error {
  const error = new Error(stack)
  error.stack = stack
  return error
}
