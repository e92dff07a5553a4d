import { InputError, type SharedStory, SharedStoryCollector, verifyShared } from '../../engine/index.ts'
import type { OpenSharedRecord } from '../../experiments/index.ts'
import { type ScopeOptions, scopeOf } from '../options/scope.ts'

/** What an execution on shared memory can be turned into. */
interface SharedFormat {
  /** The most steps that it is good for. */
  readonly stepsMax: number
  render(story: SharedStory): Promise<string | Uint8Array>
}

/** The library that draws takes long to load, so that only what draws loads it. */
const reports = () => import('../../reports/index.ts')

/** By name, which is also how their files end. */
const formats: Readonly<Record<string, SharedFormat>> = {
  svg: {
    stepsMax: 5000,
    async render(story) {
      const { standalone, drawSharedExecution } = await reports()
      return standalone(drawSharedExecution(story))
    },
  },
  png: {
    stepsMax: 5000,
    async render(story) {
      const { drawPng, drawSharedExecution } = await reports()
      return drawPng(drawSharedExecution(story))
    },
  },
  pdf: {
    stepsMax: 5000,
    async render(story) {
      const { drawPdf, drawSharedExecution } = await reports()
      const title = story.algorithm.title ?? story.algorithm.name
      return drawPdf(drawSharedExecution(story), 'px', { title, subject: 'An execution on shared memory' })
    },
  },
  csv: {
    stepsMax: 200_000,
    render: async (story) => (await reports()).sharedStepsToCsv(story),
  },
}

/** An execution as a file of a format, and where the record is wrong, if it is. Throws an InputError. */
export async function drawnShared(
  { path, header, lines, shared }: OpenSharedRecord,
  format: string,
  options: ScopeOptions,
): Promise<{ readonly content: string | Uint8Array; readonly problem: string | null }> {
  const found = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (found === undefined)
    throw new InputError(
      `--format is “${format}”; of an execution on shared memory it must be one of ${Object.keys(formats).join(', ')}`,
    )
  const collector = new SharedStoryCollector(scopeOf(options))
  const { first_error, end } = verifyShared(header, lines, shared, path, (step) => {
    collector.step(step)
    if (collector.size > found.stepsMax)
      throw new InputError(
        `${path} has more than ${found.stepsMax} steps to draw; choose some with --processors, --from and --to`,
      )
  })
  const story = collector.finish(header, shared, end)
  if (story === null) throw new InputError(`${path} has no such steps of these processors`)
  return {
    content: await found.render(story),
    problem: first_error && `line ${first_error.line}: ${first_error.problem}`,
  }
}
