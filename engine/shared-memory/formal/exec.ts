import type { SharedConfiguration } from './configuration.ts'
import { type SharedStep, sharedApplicable, sharedStep } from './step.ts'

/** A finite execution: C0, φ1, C1, φ2, C2 …; `configurations` has one more than `steps`. */
export interface SharedMemoryExecution {
  readonly configurations: readonly SharedConfiguration[]
  readonly steps: readonly SharedStep[]
}

/** A step as schedules have it: its processor or, of a flip, p + n · told. */
export const moveOf = ({ processor, kind, before }: SharedStep, n: number): number =>
  kind === 'flip' ? processor + n * Number(before) : processor

/** What comes of applying a schedule: an execution, or the first step that was not applicable, and the reason. */
export type SharedExecResult =
  | { readonly kind: 'execution'; readonly execution: SharedMemoryExecution }
  | {
      readonly kind: 'inapplicable'
      readonly index: number
      readonly reason: string
      readonly prefix: SharedMemoryExecution
    }

/**
 * exec(C0, σ): the execution that results when the processors of σ take steps from C0, one after the other. Attiya &
 * Welch, section 4.1. Where coins are flipped, σ has p + n · told for a flip of p_i that tells `told`.
 */
export function sharedExec(initial: SharedConfiguration, schedule: readonly number[]): SharedExecResult {
  const configurations = [initial]
  const steps: SharedStep[] = []
  const n = initial.processors.length
  for (const [index, move] of schedule.entries()) {
    const processor = move % n
    const current = configurations[index]!
    const inapplicable = (reason: string): SharedExecResult => ({
      kind: 'inapplicable',
      index,
      reason,
      prefix: { configurations, steps },
    })
    const finding = sharedApplicable(current, processor)
    if (finding !== true) return inapplicable(finding)
    try {
      const { configuration, step } = sharedStep(current, processor, Math.floor(move / n))
      configurations.push(configuration)
      steps.push(step)
    } catch (error) {
      return inapplicable(error instanceof Error ? error.message : String(error))
    }
  }
  return { kind: 'execution', execution: { configurations, steps } }
}
