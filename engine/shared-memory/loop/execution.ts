import type { HistoryFinding } from '../../histories/index.ts'
import type { History, Outcome } from '../../model/index.ts'
import type { CountSummary } from '../memory/ledger.ts'
import type { OperationSummaries } from '../memory/operation-ledger.ts'
import type { ObjectCall, SharedMeasure } from '../model/index.ts'
import type { StepListener } from './step-watcher.ts'

/** What a run of an algorithm for shared memory is given. */
export interface SharedRun {
  /** The number of processors. */
  readonly n: number
  /** Default: random. */
  readonly scheduler?: string
  readonly seed: number
  /** Who takes the steps and what flips tell, instead of a scheduler: see `GivenSchedule`. With the last, the run is over. */
  readonly given?: readonly number[]
  /** How many passages each participant of a lock makes, infinite for as many as it likes. Default: 10. */
  readonly passages?: number
  /** What the participants of an object are asked for, such as `closed:operations=20`. Default: as its service has it. */
  readonly workload?: string
  /** By processor, what it is asked for of an object, instead of a workload. */
  readonly calls?: readonly (readonly ObjectCall[])[]
  /** Whether it is asked for these again and again, without an end. Default: no. */
  readonly repeats?: boolean
  /** How many processors take part, the first ones. Default: all. */
  readonly participants?: number
  /** The largest number of steps. Default: 10 million. */
  readonly steps?: number
  /** Whether a run ends where what the algorithm guarantees is violated. Default: yes. */
  readonly check?: boolean
  /** Whether to keep the schedule. Default: no. */
  readonly schedule?: boolean
  /** Whether to keep the history. Default: no. */
  readonly history?: boolean
  /** Told of every step. Default: nobody. */
  readonly listener?: StepListener
}

/** What was measured in a run. */
export interface SharedMeasures {
  readonly steps: number
  /** How often a critical section was entered. */
  readonly entries: number
  /** When the last step was taken, where steps have times; otherwise null. */
  readonly time: number | null
  /** Counts of finished passages; null if there are none. */
  readonly passage: CountSummary | null
  /** The same for passages during which no other processor was in one. */
  readonly solo: CountSummary | null
  /** How often others entered between the end of a processor's doorway and its entry, at most. */
  readonly bypass: number
  /** The most processors that were in a passage or an operation at once. */
  readonly contention: number
  /** What the operations of an object have cost; null for a lock. */
  readonly operations: OperationSummaries | null
  readonly variables: number
  /** The sizes of all variables together; null if one has no bound. */
  readonly bits: number | null
  /** The same for the values that occurred: what a variable without bound would have needed. */
  readonly bitsUsed: number
}

/** A run that has ended. */
export interface SharedExecution {
  /** `terminated`: every participant has done its passages or operations. */
  readonly outcome: Outcome
  readonly measures: SharedMeasures
  /** The values of the variables at the end, by name. */
  readonly values: Readonly<Record<string, unknown>>
  /** The local variables at the end, by processor. */
  readonly states: readonly object[]
  /** Who took the steps, one after the other, and what flips told: see `GivenSchedule`; absent unless asked for. */
  readonly schedule?: readonly number[]
  /** Times are the numbers of steps, from 1, or those of the scheduler; absent unless asked for. */
  readonly history?: History
  /** What the history of an object was found to be, by the condition that it promises; absent if nothing was checked. */
  readonly finding?: HistoryFinding
}

/** The value of a measure, null where there is none; `least` asks for the smallest of all passages. */
export function sharedValue(
  { passage, solo, bypass, variables, bits }: SharedMeasures,
  measure: SharedMeasure,
  least = false,
): number | null {
  if (measure === 'bypass') return bypass
  if (measure === 'variables') return variables
  if (measure === 'bits') return bits
  const colon = measure.indexOf(':')
  const summary = measure.startsWith('solo') ? solo : passage
  const count = measure.slice(colon + 1) as keyof CountSummary['max']
  return summary === null ? null : (least ? summary.min : summary.max)[count]
}
