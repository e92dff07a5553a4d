import { InputError, type Story, StoryCollector, verify } from '../../engine/index.ts'
import { type OpenRecord, openEveryRecord, writeFile } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { type AllowOption, allowOption } from '../options/allow-option.ts'
import { addScopeOptions, type ScopeOptions, scopeOf } from '../options/scope.ts'
import { pathOption } from '../options/specs.ts'
import { drawnShared } from '../sweeps/draw-shared.ts'
import { drawnStabilising } from '../sweeps/draw-stabilising.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options extends AllowOption, ScopeOptions {
  readonly algorithm?: string
  readonly format?: string
  readonly out?: string
}

export const drawCommand: CommandBuilder = (command, exit) =>
  addScopeOptions(command)
    .argument('<execution>', 'a recorded execution')
    .option(
      '--format <format>',
      'svg, png, shiviz, perfetto or csv; on shared memory and of self-stabilising algorithms svg, png, pdf or csv (default: by the name of --out, else svg)',
    )
    .option('--out <file>', 'where to (default: beside the execution)', pathOption('out'))
    .option('--algorithm <name>', 'the algorithm, if it has another name or place than in the file')
    .addOption(allowOption())
    .addHelpText(
      'after',
      examples(
        'admissible draw run.execution.jsonl',
        'admissible draw run.execution.jsonl --processors 0..9 --from 2 --to 4 --out part.png',
        'admissible draw run.execution.jsonl --format shiviz --out run.log',
      ),
    )
    .action(async (path: string, options: Options) => {
      const { out, content, problem } = await drawn(path, options)
      writeFile(out, content)
      process.stdout.write(`${out}\n`)
      if (problem === null) return
      process.stderr.write(`admissible: ${path} is drawn only up to ${problem}\n`)
      exit(exitCodes.violated)
    })

/** What is drawn of an execution, to which file, and where the execution is wrong, if it is. */
async function drawn(
  path: string,
  options: Options,
): Promise<{
  readonly out: string
  readonly content: string | Uint8Array
  readonly problem: string | null
}> {
  const record = await openEveryRecord(path, options)
  const outFor = (extension: string) =>
    options.out ?? `${path.replace(/(\.execution)?\.jsonl$/, '')}.${extension}`
  const named = options.format ?? /\.(\w+)$/.exec(options.out ?? '')?.[1] ?? 'svg'
  if ('shared' in record) return { out: outFor(named), ...(await drawnShared(record, named, options)) }
  if ('stabilising' in record)
    return { out: outFor(named), ...(await drawnStabilising(record, named, options)) }
  const format = formatOf(options)
  const { story, problem } = storyOf(record, options, format.eventsMax)
  return { out: outFor(format.extension), content: await format.render(story), problem }
}

/** The part of the execution that is to be drawn, and where it is wrong, if it is. */
function storyOf(
  { path, header, lines, algorithm, instance }: OpenRecord,
  options: Options,
  eventsMax: number,
): { readonly story: Story; readonly problem: string | null } {
  const collector = new StoryCollector(instance, scopeOf(options))
  const { first_error } = verify(header, lines, algorithm, instance, path, (step) => {
    if (step.problem === null) collector.step(step)
    if (collector.size > eventsMax)
      throw new InputError(
        `${path} has more than ${eventsMax} events and messages to draw; choose some with --processors, --from and --to`,
      )
  })
  const story = collector.finish(header, algorithm)
  if (story.steps.length === 0)
    throw new InputError(`${path} has no events of these processors at these times`)
  return { story, problem: first_error && `line ${first_error.line}: ${first_error.problem}` }
}

/** What an execution can be turned into. */
interface Format {
  readonly extension: string
  /** The most events and messages that it is good for. */
  readonly eventsMax: number
  render(story: Story): Promise<string | Uint8Array>
}

/** The library that draws takes long to load, so that only what draws loads it. */
const reports = () => import('../../reports/index.ts')

const formats: Readonly<Record<string, Format>> = {
  svg: {
    extension: 'svg',
    eventsMax: 20_000,
    async render(story) {
      const { standalone, drawSpaceTime } = await reports()
      return standalone(drawSpaceTime(story))
    },
  },
  png: {
    extension: 'png',
    eventsMax: 20_000,
    async render(story) {
      const { drawPng, drawSpaceTime } = await reports()
      return drawPng(drawSpaceTime(story))
    },
  },
  shiviz: {
    extension: 'log',
    eventsMax: 200_000,
    render: async (story) => (await reports()).shivizLog(story),
  },
  perfetto: {
    extension: 'json',
    eventsMax: 200_000,
    render: async (story) => (await reports()).chromeTrace(story),
  },
  csv: {
    extension: 'csv',
    eventsMax: 200_000,
    render: async (story) => (await reports()).eventsToCsv(story),
  },
}

function formatOf({ format, out }: Options): Format {
  const byName = Object.entries(formats).find(([, { extension }]) => out?.endsWith(`.${extension}`))?.[0]
  const asked = format ?? byName ?? 'svg'
  const found = Object.hasOwn(formats, asked) ? formats[asked] : undefined
  if (found !== undefined) return found
  throw new InputError(`--format is “${asked}”; it must be one of ${Object.keys(formats).join(', ')}`)
}
