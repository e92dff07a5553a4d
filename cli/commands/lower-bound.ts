import { Argument } from 'commander'
import {
  type AnyAlgorithm,
  assignIdentifiers,
  forceMessages,
  forceSkew,
  runAnonymously,
  Streams,
} from '../../engine/index.ts'
import { loadAlgorithm, recordedModule, recordForced, writeSchedule } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { integerOption, positiveOption } from '../options/specs.ts'
import {
  anonymousJson,
  describeAnonymous,
  describeForced,
  forcedJson,
} from '../output/describe-lower-bound.ts'
import { describeSkew, skewHolds, skewJson } from '../output/describe-shifting.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options {
  readonly n: number
  readonly ids: string
  readonly seed: number
  readonly maxMessages: number
  readonly rounds: number
  readonly uncertainty: number
  readonly record?: string
  readonly json?: true
}

export const lowerBoundCommand: CommandBuilder = (command, exit) =>
  command
    .addArgument(
      new Argument(
        '<theorem>',
        'ring: election on asynchronous rings takes Ω(n log n) messages; anonymous: on anonymous rings it is impossible; clocks: none are synchronised to less than u(1 − 1/n)',
      ).choices(['ring', 'anonymous', 'clocks']),
    )
    .argument(
      '<algorithm>',
      'a name (see admissible list), or a file of your own: ./mine.ts or ./mine.ts#name',
    )
    .requiredOption(
      '--n <processors>',
      'the number of processors; for ring a power of two',
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
    .option(
      '--uncertainty <u>',
      'clocks: the longest delay, 1, less the shortest; above 0 and below 1',
      positiveOption('uncertainty'),
      0.5,
    )
    .option(
      '--record <file>',
      'ring, clocks: write the execution, for verify and draw, and replay that of a ring',
    )
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      examples(
        'admissible lower-bound ring lcr --n 64',
        'admissible lower-bound ring hirschberg-sinclair --n 16 --record forced.execution.jsonl',
        'admissible lower-bound anonymous ./mine.ts --n 5',
        'admissible lower-bound clocks clock-sync-averaging --n 4 --uncertainty 0.2',
      ),
    )
    .action(async (theorem: string, name: string, options: Options) => {
      const algorithm = await loadAlgorithm(name)
      exit(theorems[theorem as keyof typeof theorems](algorithm, options))
    })

/** By name, what carries out the proof of a theorem; gives the exit code. */
const theorems = { ring: force, anonymous: stayAlike, clocks: shiftClocks } as const

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

function shiftClocks(algorithm: AnyAlgorithm, { n, uncertainty, record, json }: Options): number {
  const file = record ?? null
  const found = forceSkew(algorithm, n, { uncertainty, module: recordedModule(algorithm) })
  const told = { algorithm, found, file }
  if (file !== null) writeSchedule(found.worst, file)
  process.stdout.write(json ? `${JSON.stringify(skewJson(told))}\n` : describeSkew(told))
  if (found.executions.some(({ skew }) => skew === null)) return exitCodes.failed
  return found.sound && skewHolds(found) ? exitCodes.ok : exitCodes.violated
}
