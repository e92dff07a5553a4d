import { type StabilisingStory, stabilisingStory } from '../../engine/index.ts'
import type { OpenStabilisingRecord } from '../../experiments/index.ts'
import { type ScopeOptions, scopeOf } from '../options/scope.ts'
import { storyFormat } from './story-formats.ts'

/** An execution as a file of a format, and where the record is wrong, if it is. Throws an InputError. */
export async function drawnStabilising(
  record: OpenStabilisingRecord,
  format: string,
  options: ScopeOptions,
): Promise<{ readonly content: string | Uint8Array; readonly problem: string | null }> {
  const { most, render } = storyFormat<StabilisingStory>(
    {
      what: 'an execution of a self-stabilising algorithm',
      most: 1000,
      draw: ({ drawStabilisation }, story) => drawStabilisation(story),
      csv: ({ statesToCsv }, story) => statesToCsv(story),
    },
    format,
  )
  const story = stabilisingStory(record, scopeOf(options), most)
  const { first_error } = story.found
  return {
    content: await render(story),
    problem: first_error && `line ${first_error.line}: ${first_error.problem}`,
  }
}
