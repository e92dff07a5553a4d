import { type RecordedSharedSchedule, recordSharedSchedule } from '../../../executions/shared-memory/index.ts'
import {
  type AnySharedAlgorithm,
  isSharedObject,
  judgeShared,
  type SharedJudgement,
} from '../../../shared-memory/index.ts'
import type { SharedAttack, SharedAttackResult } from './attack-shared.ts'
import { usualPassages } from './plan-runner.ts'

/** The execution that a search has found, after its own record was checked, and what it says of the claims. */
export interface RecordedSharedAttack extends RecordedSharedSchedule {
  readonly judgements: readonly SharedJudgement[]
}

/** Records the execution that a search has found. `module`: the user's, which has the algorithm. */
export function recordSharedAttack(
  algorithm: AnySharedAlgorithm,
  { n, passages = usualPassages }: Pick<SharedAttack, 'n' | 'passages'>,
  { best, objective, violation, schedule, calls }: SharedAttackResult,
  module: string | null,
): RecordedSharedAttack {
  const asked = isSharedObject(algorithm) ? { calls } : { passages }
  const told = violation === null ? { shows: { measure: objective, value: best } } : { violates: violation }
  const recorded = recordSharedSchedule(algorithm, { n, ...asked, ...told, schedule, module })
  return { ...recorded, judgements: judgeShared(algorithm, n, recorded.execution) }
}
