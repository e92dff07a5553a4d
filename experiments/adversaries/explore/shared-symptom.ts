import {
  type AnySharedAlgorithm,
  executeShared,
  InputError,
  judgeShared,
  type SharedEnd,
  type SharedRun,
} from '../../../engine/index.ts'

/** What goes wrong in an execution on shared memory. */
export interface SharedSymptom {
  readonly text: string
  readonly property: string | null
  /** The measure whose claim is violated. */
  readonly measure: string | null
}

/** What goes wrong in an execution that ends so; null if nothing does. */
export function symptomOf({ outcome, property, claims }: SharedEnd): SharedSymptom | null {
  if (outcome === 'failed') return { text: 'a step that fails', property: 'failed', measure: null }
  if (property !== null) return { text: property, property, measure: null }
  const claim = claims?.find(({ verdict }) => verdict === 'violated')
  if (claim === undefined) return null
  const { measure, kind, formula } = claim
  return { text: `${measure} ${kind} ${formula}`, property: null, measure }
}

/** Whether a run goes wrong in a certain way: the reason, or null if it does not, or if nobody can take these steps. */
export function reasonFor(
  algorithm: AnySharedAlgorithm,
  run: Omit<SharedRun, 'seed'>,
  { property, measure }: SharedSymptom,
): string | null {
  try {
    const execution = executeShared(algorithm, { ...run, seed: 0 })
    const { outcome } = execution
    if (measure !== null) {
      const judged = judgeShared(algorithm, run.n, execution)
      return judged.some((one) => one.measure === measure && one.verdict === 'violated') ? '' : null
    }
    if (outcome.kind === 'failed') return property === 'failed' ? outcome.reason : null
    return outcome.kind === 'violated' && outcome.property === property ? outcome.reason : null
  } catch (error) {
    // A step that was left out can leave one too many for its processor.
    if (error instanceof InputError) return null
    throw error
  }
}
