import { Argument } from 'commander'
import {
  type AnyAlgorithm,
  assignIdentifiers,
  forceMessages,
  runAnonymously,
  Streams,
} from '../../engine/index.ts'
import { loadAlgorithm, recordForced, writeSchedule } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { integerOption } from '../options/specs.ts'
import {
  anonymousJson,
  describeAnonymous,
  describeForced,
  forcedJson,
} from '../output/describe-lower-bound.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options {
  readonly n: number
  readonly ids: string
  readonly seed: number
  readonly maxMessages: number
  readonly rounds: number
  readonly record?: string
  readonly json?: true
}

export const lowerBoundCommand: CommandBuilder = (command, exit) =>
  command
    .addArgument(
      new Argument(
        '<theorem>',
        'ring: election on asynchronous rings takes Ω(n log n) messages; anonymous: on anonymous rings it is impossible',
      ).choices(['ring', 'anonymous']),
    )
    .argument(
      '<algorithm>',
      'a name (see admissible list), or a file of your own: ./mine.ts or ./mine.ts#name',
    )
    .requiredOption(
      '--n <processors>',
      'the size of the ring; for ring a power of two',
      integerOption('n', 1),
    )
    .option(
      '--ids <rule>',
      'ring: identifiers as they are paired at first: random, ascending, descending, best, worst, or a list',
      'ascending',
    )
    .option('--seed <seed>', 'ring: determines random identifiers', integerOption('seed', 0), 1)
    .option(
      '--max-messages <count>',
      'ring: stop after so many messages',
      integerOption('max-messages', 1),
      1_000_000,
    )
    .option('--rounds <count>', 'anonymous: stop after so many rounds', integerOption('rounds', 1), 1000)
    .option('--record <file>', 'ring: write the execution, for verify, replay and draw')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      examples(
        'admissible lower-bound ring lcr --n 64',
        'admissible lower-bound ring hirschberg-sinclair --n 16 --record forced.execution.jsonl',
        'admissible lower-bound anonymous ./mine.ts --n 5',
      ),
    )
    .action(async (theorem: string, name: string, options: Options) => {
      const algorithm = await loadAlgorithm(name)
      exit(theorem === 'ring' ? force(algorithm, options) : stayAlike(algorithm, options))
    })

function force(algorithm: AnyAlgorithm, options: Options): number {
  const { n, seed, maxMessages: messages, record: file = null, json } = options
  const stream = new Streams(seed).stream('identifiers')
  const rule = options.ids.replaceAll(',', '+')
  const ids = Array.from(assignIdentifiers(rule, n, algorithm, stream))
  const forced = forceMessages(algorithm, n, { ids, messages })
  const recorded = recordForced(algorithm, forced)
  if (file !== null) writeSchedule(recorded, file)
  const told = { algorithm, forced, recorded, file }
  process.stdout.write(json ? `${JSON.stringify(forcedJson(told))}\n` : describeForced(told))
  if (!forced.complete) return exitCodes.failed
  const { outcome } = recorded.execution
  const violated =
    outcome.kind === 'violated' || recorded.judgements.some(({ verdict }) => verdict === 'violated')
  return violated || forced.forced < forced.bound ? exitCodes.violated : exitCodes.ok
}

function stayAlike(algorithm: AnyAlgorithm, { n, rounds, json }: Options): number {
  const run = runAnonymously(algorithm, n, { rounds })
  process.stdout.write(
    json ? `${JSON.stringify(anonymousJson(algorithm, run))}\n` : describeAnonymous(algorithm, run),
  )
  if (run.firstDifference !== null) return exitCodes.violated
  return run.ended ? exitCodes.ok : exitCodes.failed
}
