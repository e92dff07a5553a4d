import type { CheckMode } from '../../engine/index.ts'
import type { InstanceOptions } from '../options/instance-options.ts'
import type { RecordOptions } from '../options/record-options.ts'

/** What simulate is told; plain data. */
export interface SimulateOptions extends InstanceOptions, RecordOptions {
  readonly topology?: string
  readonly n?: number
  readonly timing?: 'synchronous' | 'asynchronous'
  readonly delay?: string
  readonly seed: number
  /** Runs also what the algorithm is not made for. */
  readonly beyond?: boolean
  readonly maxMessages?: number
  readonly maxTime?: number
  readonly maxSeconds?: number
  readonly memory?: number
  /** For shared memory. */
  readonly scheduler?: string
  readonly passages?: number
  readonly participants?: number
  readonly maxSteps?: number
  /** Default: every. */
  readonly check?: CheckMode
}
