import { type Experiment, type RunOptions, runExperiment, type SweepResult } from '../../experiments/index.ts'
import { ProgressLine } from '../output/progress-line.ts'
import { interruptible } from './interruptible.ts'

/**
 * Runs an experiment, shows on stderr how far it is, and ends it early when the user or the system asks for that. The
 * message is then what to type to go on.
 */
export async function runWithProgress(
  experiment: Experiment,
  options: RunOptions & { readonly resumeCommand: string },
): Promise<SweepResult> {
  const progress = new ProgressLine()
  const result = await interruptible((signal) =>
    runExperiment(experiment, {
      ...options,
      signal,
      onProgress: (state) => progress.show(state),
      onNotice: (text) => progress.note(text),
    }),
  )
  if (result.interrupted)
    progress.note(
      `interrupted; ${result.runs} of ${result.manifest.cells} runs are on disk. To go on: ${options.resumeCommand}`,
    )
  return result
}
