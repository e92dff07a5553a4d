/** The thread in which simulate runs an algorithm, so that it can be ended whatever the algorithm does. */
import { Console } from 'node:console'
import { parentPort, workerData } from 'node:worker_threads'
import { type Cell, type FilesRead, InputError, type Link, newPlace } from '../../engine/index.ts'
import type { Row } from '../../experiments/index.ts'
import { userFault } from '../output/user-fault.ts'
import type { SimulateOptions } from './options.ts'
import { simulate } from './simulate.ts'

/** What the thread is given. */
export interface SimulationTask {
  readonly name: string
  readonly options: SimulateOptions
  readonly place: SharedArrayBuffer
}

/** What the thread tells. */
export type SimulationReport =
  | { readonly kind: 'begun'; readonly cell: Cell; readonly typeNames: readonly string[] }
  | { readonly kind: 'print'; readonly text: string }
  | {
      readonly kind: 'ran'
      readonly row: Row
      readonly witness: readonly Link[] | null
      readonly files: FilesRead
    }
  | { readonly kind: 'retold'; readonly last: readonly string[] }
  /** Bad input, or code of the user's that throws. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'fault'; readonly stack: string }
  | { readonly kind: 'done' }

const { name, options, place } = workerData as SimulationTask
const tell = (report: SimulationReport): void => parentPort!.postMessage(report)
// Standard output is for results; what users' handlers print goes where progress goes.
globalThis.console = new Console(process.stderr)

try {
  await simulate(name, options, {
    place: newPlace(place),
    begun: (cell, typeNames) => tell({ kind: 'begun', cell, typeNames }),
    print: (text) => tell({ kind: 'print', text }),
    ran: (row, witness, files) => tell({ kind: 'ran', row, witness, files }),
    retold: (last) => tell({ kind: 'retold', last }),
  })
  tell({ kind: 'done' })
} catch (error) {
  const reason = error instanceof InputError ? error.message : userFault(error)
  if (reason !== null) tell({ kind: 'refused', reason })
  else tell({ kind: 'fault', stack: (error instanceof Error && error.stack) || String(error) })
}
