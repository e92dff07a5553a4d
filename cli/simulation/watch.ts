import { rmSync } from 'node:fs'
import { getHeapStatistics } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { SimulationLine } from '../output/simulation-line.ts'
import type { Asked, Begun, Cut, SimulationReport, SimulationTask } from './report.ts'

/** As in sweeps. */
const defaultSeconds = 600
/** Before the run begins, so much time is not too much in any case: to load the algorithm and to build the network. */
const loadingSeconds = 60

/**
 * Carries out a command line of simulate on a thread that is ended when its time is over; the exit code. Shows progress on
 * stderr. Knows nothing of the engine, which this thread then need not load.
 */
export async function watched(words: readonly string[]): Promise<number> {
  const place = new SharedArrayBuffer(32)
  const thread = new Worker(new URL('../simulate-thread.js', import.meta.url), {
    workerData: { words, place } satisfies SimulationTask,
    env: { ...process.env, ...(process.stdout.isTTY && !process.env.NO_COLOR && { FORCE_COLOR: '1' }) },
    resourceLimits: { maxOldGenerationSizeMb: getHeapStatistics().heap_size_limit / 2 ** 20 },
  })
  const line = new SimulationLine(new Float64Array(place))
  const timer = setInterval(() => line.show(), 250)
  let asked: Asked | null = null
  let begun: Begun | null = null
  let ran: number | null = null
  try {
    const end = await endOf(thread, (report) => {
      if (report.kind === 'begun') {
        begun = report.begun
        line.begin(begun.placeIn)
      } else if (report.kind === 'ran') ran = report.code
      else if (report.kind === 'asked') asked = report.asked
      else process[report.kind].write(report.text)
    })
    if (end.kind === 'done') return end.code
    if (end.kind === 'fault') throw faultOf(end.stack)
    // What was to come would only have told of its last events.
    if (ran !== null) return ran
    line.end()
    const { cutShort } = await import('./cut-short.ts')
    return cutShort(end, { asked, begun, place: new Float64Array(place) })
  } finally {
    clearInterval(timer)
    line.end()
    await thread.terminate()
    const draft = (begun as Begun | null)?.draft ?? null
    if (draft !== null && ran === null) rmSync(draft, { force: true })
  }
}

type End =
  | Extract<SimulationReport, { kind: 'done' }>
  | { readonly kind: 'fault'; readonly stack: string }
  | Cut

/** How the thread ends; `take` is told of all that it tells before. */
function endOf(
  thread: Worker,
  take: (report: Exclude<SimulationReport, { kind: 'done' }>) => void,
): Promise<End> {
  return new Promise((resolve) => {
    const start = (limit: number) =>
      setTimeout(
        () => resolve({ kind: 'budget', reason: `not finished after ${limit} s` }),
        Math.min(1000 * limit, 2 ** 31 - 1),
      )
    let timer = start(defaultSeconds)
    let seconds = defaultSeconds
    const startAgain = (limit: number): void => {
      clearTimeout(timer)
      timer = start(limit)
    }
    const end = (how: End): void => {
      clearTimeout(timer)
      resolve(how)
    }
    thread.on('message', (report: SimulationReport) => {
      if (report.kind === 'done') return end(report)
      // The seconds are the run's: what it takes to load it and to build its network does not count against them.
      if (report.kind === 'begun') startAgain(seconds)
      else if (report.kind === 'asked') {
        seconds = report.asked.seconds ?? defaultSeconds
        startAgain(Math.max(seconds, loadingSeconds))
      }
      take(report)
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
