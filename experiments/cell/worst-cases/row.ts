import { type AnyAlgorithm, type Cell, type ComputedInstance, columnOf } from '../../../engine/index.ts'
import { claimColumns } from '../claim-columns.ts'
import { describeViolations } from '../detail.ts'
import { oneLine } from '../one-line.ts'
import { overColumn } from '../own-columns.ts'
import type { Row } from '../row.ts'
import { runVerdicts } from '../run-verdict.ts'
import { fromSource, unmeasured } from '../unmeasured.ts'
import { judgeWorstCase, notJudged } from './judge.ts'
import type { WorstCase } from './worst-case.ts'

/** The row of a worst case: the largest costs, each with an execution of its own, held to the claims. */
export function worstCaseRow(
  algorithm: AnyAlgorithm,
  cell: Cell,
  experiment: string,
  instance: ComputedInstance,
  found: WorstCase,
): Row {
  const judgements = judgeWorstCase(algorithm, found)
  const { fixed, own } = claimColumns(judgements)
  const unjudged = notJudged(algorithm, found, judgements)
  const reasons = [found.reason ?? [], describeViolations(judgements)].flat()
  return {
    ...unmeasured(cell, experiment, 'failed', null),
    n: instance.network.n,
    m: instance.network.m,
    diameter: instance.diameter,
    root_eccentricity: instance.eccentricity,
    outcome: found.outcome,
    messages: found.messages.cost,
    time: found.time?.cost ?? null,
    ...fixed,
    verdicts: runVerdicts(judgements),
    detail: reasons.length === 0 ? null : oneLine(reasons.join('; ')),
    extra: {
      ...overColumn(algorithm),
      ...Object.fromEntries(
        (found.uses ?? []).map(({ measure, largest }) => [columnOf(measure), largest.cost]),
      ),
      ...own,
      ...found.extra,
      ...(unjudged.length > 0 && { not_judged: unjudged.join(', ') }),
      ...fromSource(instance),
    },
  }
}
