import { describeStep, InputError, verify, verifyStabilising } from '../../engine/index.ts'
import {
  type OpenSharedRecord,
  type OpenStabilisingRecord,
  openEveryRecord,
  replayShared,
} from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { type AllowOption, allowOption } from '../options/allow-option.ts'
import { addScopeOptions, inScope, type ScopeOptions, scopeOf, stepInScope } from '../options/scope.ts'
import { integerOption } from '../options/specs.ts'
import { describeSharedStep } from '../output/describe-shared-step.ts'
import { describeMoment } from '../output/describe-stabilisation.ts'
import {
  describeSharedVerification,
  describeStabilisingVerification,
  describeVerification,
} from '../output/describe-verification.ts'
import { replayRow } from '../sweeps/replay-row.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options extends AllowOption, ScopeOptions {
  readonly row?: number
  readonly record?: string
  readonly algorithm?: string
  readonly trace?: true
  readonly json?: true
}

export const replayCommand: CommandBuilder = (command, exit) =>
  addScopeOptions(command)
    .argument('<execution or folder>', 'a recorded execution, or a results folder with --row')
    .option('--row <number>', 'the row of runs.csv, counted from 1', integerOption('row', 1))
    .option('--record <file>', 'with --row: write the execution to this file')
    .option('--algorithm <name>', 'the algorithm, if it has another name or place than in the file')
    .addOption(allowOption())
    .option('--trace', 'print the events in readable lines')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      examples(
        'admissible replay run.execution.jsonl',
        'admissible replay run.execution.jsonl --trace --processors 3 --from 10 --to 12.5',
        'admissible replay results/latest --row 17 --record row-17.execution.jsonl',
      ),
    )
    .action(async (path: string, options: Options) => {
      if (options.row !== undefined) return exit(await replayRow(path, { ...options, row: options.row }))
      if (options.record !== undefined)
        throw new InputError('--record needs --row; an execution in a file is recorded already')
      const record = await openEveryRecord(path, options)
      if ('stabilising' in record) return exit(replayedStabilising(record, options))
      if ('shared' in record) return exit(replayedShared(record, options))
      const { header, lines, algorithm, instance } = record
      const scope = scopeOf(options)
      const print = options.json ? process.stderr : process.stdout
      const found = verify(header, lines, algorithm, instance, path, (step) => {
        if (options.trace && inScope(scope, step.event))
          print.write(`${describeStep(step, instance.network)}\n`)
      })
      process.stdout.write(
        options.json ? `${JSON.stringify(found)}\n` : describeVerification(path, found, 'the same again'),
      )
      if (!found.ok) exit(exitCodes.violated)
    })

/** The same for an execution on shared memory; the exit code. */
function replayedShared(record: OpenSharedRecord, options: Options): number {
  const scope = scopeOf(options)
  const print = options.json ? process.stderr : process.stdout
  let number = 0
  const found = replayShared(record, ({ step, before }) => {
    number++
    if (step !== null && options.trace && stepInScope(scope, number, step.processor))
      print.write(`${describeSharedStep(number, step, before.variables)}\n`)
  })
  process.stdout.write(
    options.json
      ? `${JSON.stringify(found)}\n`
      : describeSharedVerification(record.path, found, 'the same again'),
  )
  return found.ok ? exitCodes.ok : exitCodes.violated
}

/** The same for one of a self-stabilising algorithm. */
function replayedStabilising(
  { path, header, lines, stabilising }: OpenStabilisingRecord,
  options: Options,
): number {
  const scope = scopeOf(options)
  const print = options.json ? process.stderr : process.stdout
  const found = verifyStabilising(header, lines, stabilising, path, (moment) => {
    const { number, moved } = moment
    const isShown = moved.length === 0 ? scope.from === 0 : moved.some(([p]) => stepInScope(scope, number, p))
    if (options.trace && isShown) print.write(`${describeMoment(moment)}\n`)
  })
  process.stdout.write(
    options.json
      ? `${JSON.stringify(found)}\n`
      : describeStabilisingVerification(path, found, 'the same again'),
  )
  return found.ok ? exitCodes.ok : exitCodes.violated
}
