import type { Cell } from '../../engine/index.ts'
import { type Row, unmeasured } from '../cell/index.ts'
import type { Death, WorkerLimits } from './setup.ts'

/** What a table says of a cell that ended its worker. */
export function rowOfDeath(
  cell: Cell,
  death: Death,
  experiment: string,
  { seconds, memory }: WorkerLimits,
): Row {
  switch (death.cause) {
    case 'seconds':
      return unmeasured(cell, experiment, 'budget', `not finished after ${seconds} s`)
    case 'memory':
      return unmeasured(cell, experiment, 'budget', `out of memory: it may have ${memory} MiB`)
    case 'exit':
      return unmeasured(cell, experiment, 'failed', `the worker exited with code ${death.code}`)
    case 'machine':
      return unmeasured(cell, experiment, 'failed', `${death.message}, again and again`)
    case 'error':
      return unmeasured(cell, experiment, 'failed', death.message)
  }
}
