import {
  type AnyAlgorithm,
  type Cell,
  type CheckMode,
  type Execution,
  execute,
  InputError,
  type Judgement,
  judge,
  type PreparedCell,
  type PreparedInstance,
  rehearse,
} from '../../engine/index.ts'
import type { CellBudget } from './cell-budget.ts'
import { claimColumns } from './claim-columns.ts'
import { describeOutcome, describeViolations } from './detail.ts'
import { messageBudget } from './message-budget.ts'
import { checkedColumn, faultColumns, finalColumns, measureColumns, overColumn } from './own-columns.ts'
import { CellRecording, type RecordSink } from './record-cell.ts'
import type { Row } from './row.ts'
import { runVerdicts } from './run-verdict.ts'
import { fromSource, unmeasured } from './unmeasured.ts'
import type { WorstCases } from './worst-cases/asked.ts'

/** What the cells of one experiment share. */
export interface CellContext {
  readonly experiment: string
  readonly budget: CellBudget
  /** When safety properties are checked. Default: sampled. */
  readonly check?: CheckMode | undefined
  /** Says where the run is, also to another thread. */
  readonly place?: Float64Array
  /** How far worst cases are to be looked for; default: as in an experiment that does not say. */
  readonly worstCases?: WorstCases | undefined
  /** Whether the beginning of the run is carried out again, to catch mistakes of the algorithm's author; see `rehearse`. */
  readonly rehearses?: boolean | undefined
  /** Where to record the execution; default: nowhere. */
  readonly record?: readonly RecordSink[]
  /** Whether a record names the cell. Default: true. What was prepared otherwise than the cell says must not. */
  readonly recordsCell?: boolean
}

/**
 * Runs a cell that `prepare` makes concrete; measures, judges and describes it. Whatever goes wrong is in the row;
 * nothing is thrown, unless the run is to be recorded and cannot be.
 */
export function runPrepared(
  algorithm: AnyAlgorithm,
  cell: Cell,
  prepare: () => PreparedCell,
  context: CellContext,
): Row {
  const { experiment, budget, record = [], recordsCell = true, check = 'sampled', place } = context
  try {
    const prepared = prepare()
    const { messages = messageBudget(algorithm, prepared.setting), time = Number.POSITIVE_INFINITY } = budget
    const { clocks } = cell
    const named = {
      cell: recordsCell ? cell : null,
      seed: cell.seed,
      ...(clocks !== undefined && { clocks }),
    }
    const recording = record.length === 0 ? null : new CellRecording(algorithm, named, prepared, record)
    const { seed, workload } = cell
    const options = {
      seed,
      budget: { messages, time },
      check,
      ...(workload !== undefined && { workload }),
      ...(place && { place }),
    }
    const faulty = (plan: PreparedCell['faults']) => (plan ? { faults: plan } : {})
    const observed = recording === null ? options : { ...options, observer: recording.observer }
    const first = execute(algorithm, prepared.instance, prepared.timing, {
      ...observed,
      ...faulty(prepared.faults),
    })
    const mistaken =
      context.rehearses && first.outcome.kind !== 'failed' ? rehearse(algorithm, prepare, options) : null
    if (mistaken !== null && recording !== null)
      throw new InputError(`the run is not recorded: ${describeOutcome(mistaken.outcome, algorithm)}`)
    const execution = mistaken ?? first
    const judgements = judge(algorithm, prepared.setting, execution)
    const row = rowOf(algorithm, cell, experiment, prepared, execution, judgements)
    recording?.finish(execution, judgements, row.detail)
    return row
  } catch (error) {
    // Without a record of it, the run is of no use to whoever asked for one.
    if (record.length > 0) throw error
    return unmeasured(cell, experiment, 'failed', messageOf(error))
  }
}

/** What was wrong, in words. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The row of a cell that was run and judged. */
export function rowOf(
  algorithm: AnyAlgorithm,
  cell: Cell,
  experiment: string,
  prepared: PreparedInstance,
  execution: Execution,
  judgements: readonly Judgement[],
): Row {
  const { measures, outcome } = execution
  const { instance } = prepared
  const failed = outcome.kind === 'failed'
  const columns = claimColumns(judgements)
  const reasons = [
    describeOutcome(outcome, algorithm),
    ...describeViolations(judgements, execution.peaks),
  ].filter((text) => text !== '')
  return {
    ...unmeasured(cell, experiment, 'failed', reasons.join('; ') || null),
    n: instance.network.n,
    m: instance.network.m,
    diameter: instance.diameter,
    root_eccentricity: instance.eccentricity,
    outcome: outcome.kind,
    messages: measures.messages,
    bits: measures.bits,
    // How far an execution came in time is not known if it failed.
    time: failed ? null : measures.time,
    delay_max: failed ? null : measures.delayMax,
    comp_events: measures.compEvents,
    ...columns.fixed,
    verdicts: runVerdicts(judgements),
    extra: {
      ...overColumn(algorithm),
      ...faultColumns(prepared.setting, execution),
      ...measureColumns(algorithm, execution),
      ...columns.own,
      ...finalColumns(algorithm, prepared.setting, execution),
      ...fromSource(instance),
      ...checkedColumn(execution),
    },
  }
}
