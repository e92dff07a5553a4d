/** The thread in which simulate runs, command line and all, so that it can be ended whatever the algorithm does. */
import { Console } from 'node:console'
import { parentPort, workerData } from 'node:worker_threads'
import { main } from './program.ts'
import type { SimulationReport, SimulationTask } from './simulation/report.ts'

const { words } = workerData as SimulationTask
const tell = (report: SimulationReport): void => parentPort!.postMessage(report)
for (const kind of ['stdout', 'stderr'] as const)
  process[kind].write = (text: string | Uint8Array) => {
    tell({ kind, text: typeof text === 'string' ? text : Buffer.from(text).toString() })
    return true
  }
// Standard output is for results; what users' handlers print goes where progress goes.
globalThis.console = new Console(process.stderr)
tell({ kind: 'done', code: await main(words) })
