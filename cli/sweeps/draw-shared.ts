import { InputError, type SharedStory, SharedStoryCollector, verifyShared } from '../../engine/index.ts'
import type { OpenSharedRecord } from '../../experiments/index.ts'
import { type ScopeOptions, scopeOf } from '../options/scope.ts'
import { storyFormat } from './story-formats.ts'

/** An execution as a file of a format, and where the record is wrong, if it is. Throws an InputError. */
export async function drawnShared(
  { path, header, lines, shared }: OpenSharedRecord,
  format: string,
  options: ScopeOptions,
): Promise<{ readonly content: string | Uint8Array; readonly problem: string | null }> {
  const { most, render } = storyFormat<SharedStory>(
    {
      what: 'an execution on shared memory',
      most: 5000,
      draw: ({ drawSharedExecution }, story) => drawSharedExecution(story),
      csv: ({ sharedStepsToCsv }, story) => sharedStepsToCsv(story),
    },
    format,
  )
  const collector = new SharedStoryCollector(scopeOf(options))
  const { first_error, end } = verifyShared(header, lines, shared, path, (step) => {
    collector.step(step)
    if (collector.size > most)
      throw new InputError(
        `${path} has more than ${most} steps to draw; choose some with --processors, --from and --to`,
      )
  })
  const story = collector.finish(header, shared, end)
  if (story === null) throw new InputError(`${path} has no such steps of these processors`)
  return {
    content: await render(story),
    problem: first_error && `line ${first_error.line}: ${first_error.problem}`,
  }
}
