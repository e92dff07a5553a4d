import { Argument } from 'commander'
import {
  type AnyAlgorithm,
  assignIdentifiers,
  forceFewSessions,
  forceMessages,
  forceSkew,
  forceSpeeds,
  runAnonymously,
  Streams,
} from '../../engine/index.ts'
import { loadAlgorithm, recordedModule, recordForced, writeSchedule } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { addAgreementOptions } from '../options/agreement-options.ts'
import { integerOption, positiveOption } from '../options/specs.ts'
import {
  anonymousJson,
  describeAnonymous,
  describeForced,
  forcedJson,
} from '../output/describe-lower-bound.ts'
import { describeSessions, sessionsJson } from '../output/describe-sessions.ts'
import { describeSkew, skewHolds, skewJson } from '../output/describe-shifting.ts'
import { describeSpeeds, speedsJson } from '../output/describe-speeds.ts'
import { type AgreementOptions, agreementBounds } from '../sweeps/agreement-bounds.ts'
import { countValues } from '../sweeps/count-values.ts'
import { coverRegisters } from '../sweeps/cover-registers.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options extends AgreementOptions {
  readonly ids: string
  readonly seed: number
  readonly maxMessages: number
  readonly rounds: number
  readonly uncertainty: number
  readonly sessions: number
}

export const lowerBoundCommand: CommandBuilder = (command, exit) =>
  addAgreementOptions(command)
    .addArgument(
      new Argument(
        '<theorem>',
        'ring: election on asynchronous rings takes Ω(n log n) messages; anonymous: on anonymous rings it is impossible; clocks: none are synchronised to less than u(1 − 1/n); registers: reads and writes take d together, atomic ones u/4 and u/2; sessions: s of them take (s − 1) D; locks: for n processors, from registers, take n of them; values: and memory with n contents, if nobody is bypassed for ever; flp: without coins nobody agrees asynchronously if one may crash; rounds: agreement takes f + 1; liars: n ≤ 3f cannot agree; messages: agreement takes (1 + f/2)² of them; generals: two that lose messages cannot agree; halves: n ≤ 2f cannot agree asynchronously',
      ).choices([
        ...['ring', 'anonymous', 'clocks', 'registers', 'sessions', 'locks', 'values'],
        ...Object.keys(agreementBounds),
      ]),
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
      'clocks, registers: the longest delay, 1, less the shortest; above 0 and below 1',
      positiveOption('uncertainty'),
      0.5,
    )
    .option('--sessions <s>', 'sessions: how many there are to be', integerOption('sessions', 1), 5)
    .option('--record <file>', 'all but anonymous: write the execution, for verify, replay and draw')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      examples(
        'admissible lower-bound ring lcr --n 64',
        'admissible lower-bound ring hirschberg-sinclair --n 16 --record forced.execution.jsonl',
        'admissible lower-bound anonymous ./mine.ts --n 5',
        'admissible lower-bound clocks clock-sync-averaging --n 4 --uncertainty 0.2',
        'admissible lower-bound registers abd-register --n 3',
        'admissible lower-bound sessions ./mine.ts --n 4 --sessions 3',
        'admissible lower-bound values tas-lock --n 3',
        'admissible lower-bound locks ./mine.ts --n 3 --record both.execution.jsonl',
        'admissible lower-bound flp ben-or --n 3 --draw undecided.svg',
        'admissible lower-bound rounds floodset --n 4 --f 2 --told 1 --record late.execution.jsonl',
        'admissible lower-bound liars ./mine.ts --n 3 --record glued.execution.jsonl',
      ),
    )
    .action(async (theorem: string, name: string, options: Options) => {
      if (theorem === 'locks') return exit(await coverRegisters(name, options))
      if (theorem === 'values') return exit(await countValues(name, options))
      const agreement = agreementBounds[theorem]
      if (agreement !== undefined) return exit(await agreement(name, options))
      const algorithm = await loadAlgorithm(name)
      exit(theorems[theorem as keyof typeof theorems](algorithm, options))
    })

/** By name, what carries out the proof of a theorem; gives the exit code. */
const theorems = {
  ring: force,
  anonymous: stayAlike,
  clocks: shiftClocks,
  registers: hurry,
  sessions: reorder,
} as const

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

function hurry(algorithm: AnyAlgorithm, { n, uncertainty, record, json }: Options): number {
  const found = forceSpeeds(algorithm, n, { uncertainty, module: recordedModule(algorithm) })
  const records = found.findings.flatMap(({ refuted }) => refuted?.records ?? [])
  const files =
    record === undefined ? [] : records.map((_, i) => (i === 0 ? record : numbered(record, i + 1)))
  for (const [i, file] of files.entries()) writeSchedule({ lines: records[i]! }, file)
  const told = { algorithm, found, files }
  process.stdout.write(json ? `${JSON.stringify(speedsJson(told))}\n` : describeSpeeds(told))
  return found.broken ? exitCodes.violated : exitCodes.ok
}

/** A file beside another: fast-2.execution.jsonl beside fast.execution.jsonl. */
const numbered = (path: string, number: number): string =>
  path.replace(/((?:\.execution)?\.[^./]*)?$/, (end) => `-${number}${end}`)

function reorder(algorithm: AnyAlgorithm, { n, sessions, record, json }: Options): number {
  const found = forceFewSessions(algorithm, n, sessions, recordedModule(algorithm))
  const { reordered } = found
  const file = reordered === null ? null : (record ?? null)
  if (reordered !== null && file !== null) writeSchedule(reordered, file)
  const told = { algorithm, found, file }
  process.stdout.write(json ? `${JSON.stringify(sessionsJson(told))}\n` : describeSessions(told))
  return reordered === null ? exitCodes.ok : exitCodes.violated
}
