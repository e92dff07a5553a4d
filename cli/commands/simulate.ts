import { Command } from 'commander'
import { assertRequirements, describeStep, InputError, topologies, understood } from '../../engine/index.ts'
import {
  assertFits,
  CellBuilder,
  flatRow,
  isViolation,
  loadAlgorithm,
  memoryOf,
  type RecordSink,
  type Row,
  readChunks,
  readFile,
  runPrepared,
} from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { addInstanceOptions, type InstanceOptions, inputsOf, wakeUpsOf } from '../options/instance-options.ts'
import { addRecordOptions, type RecordOptions, sinksOf } from '../options/record-options.ts'
import { memoryOption } from '../options/run-options.ts'
import { integerOption, positiveOption, timingOption } from '../options/specs.ts'
import { culpritOf, describeLastEvents } from '../output/describe-last-events.ts'
import { describeRun } from '../output/describe-run.ts'
import { describeWitness } from '../output/describe-witness.ts'
import { StepSink } from '../output/step-sink.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options extends InstanceOptions, RecordOptions {
  readonly topology?: string
  readonly n?: number
  readonly timing?: 'synchronous' | 'asynchronous'
  readonly delay?: string
  readonly seed: number
  readonly maxMessages?: number
  readonly maxTime?: number
  readonly memory?: number
}

export const simulateCommand: CommandBuilder = (exit) =>
  addRecordOptions(addInstanceOptions(new Command('simulate')))
    .description('run an algorithm once, measure it and hold it to its claims')
    .argument(
      '<algorithm>',
      'a name (see admissible list), or a file of your own: ./mine.ts or ./mine.ts#name',
    )
    .option('--topology <spec>', 'the network, such as ring, gnp:degree=8 or file:net.gml')
    .option('--n <processors>', 'the number of processors', integerOption('n', 1))
    .option('--timing <model>', 'synchronous or asynchronous (default: what the algorithm is written for)')
    .option('--delay <spec>', 'the delays, such as constant or uniform:min=0.5 (default: uniform)')
    .option('--wakeup <spec>', 'who wakes by itself: all, root, random:k=3 … (default: all)')
    .option('--inputs <spec>', 'identifiers, root, values and ports in one, as in the column of runs.csv')
    .option('--seed <seed>', 'determines every random choice', integerOption('seed', 0), 1)
    .option('--max-messages <count>', 'stop after so many messages', integerOption('max-messages', 1))
    .option('--max-time <time>', 'stop after so many rounds or units of delay', positiveOption('max-time'))
    .addOption(memoryOption())
    .option('--json', 'print the row of runs.csv as one JSON object')
    .addHelpText(
      'after',
      examples(
        'admissible simulate flooding --topology ring --n 5 --delay constant',
        'admissible simulate spanning-tree-flood --topology gnp:degree=8 --n 10000 --json',
        'admissible simulate lcr --topology ring --n 4 --ids 3,2,1,0 --initiators 0,2',
        'admissible simulate lcr --topology ring --n 4 --trace --witness',
        'admissible simulate flooding --topology torus --n 16 --record run.execution.jsonl',
      ),
    )
    .action(async (name: string, options: Options) => {
      const sinks = sinksOf(options)
      const { row, file } = await simulate(name, options, sinks.sinks).finally(() => sinks.done())
      const witness = sinks.witness()
      const flat = witness === null ? flatRow(row) : { ...flatRow(row), witness }
      process.stdout.write(
        options.json ? `${JSON.stringify(flat)}\n` : `${describeRun(row, file)}${describeWitness(witness)}`,
      )
      const violated = isViolation(row)
      if ((violated || row.outcome === 'failed') && !options.json && !options.trace)
        process.stdout.write(describeLastEvents(row, name, await lastEvents(name, row, options)))
      if (violated) exit(exitCodes.violated)
      else if (row.outcome === 'failed' || row.outcome === 'budget') exit(exitCodes.failed)
    })

/** A run of more events is not carried out once more to tell of its last. */
const retoldMax = 1_000_000

/** The last events of a run, at the processor that its detail names, if it names one. */
async function lastEvents(name: string, row: Row, options: Options): Promise<string[]> {
  if ((row.comp_events ?? 0) > retoldMax) return []
  const last: string[] = []
  const culprit = culpritOf(row)
  const sink = new StepSink((step, { replica }) => {
    if (culprit !== null && step.event.processor !== culprit) return
    last.push(describeStep(step, replica.instance.network))
    if (last.length > 5) last.shift()
  })
  await simulate(name, options, [sink])
  return last
}

/** The row of the run, and what was understood of the file that the network is from, if it is from one. */
async function simulate(
  name: string,
  options: Options,
  record: readonly RecordSink[],
): Promise<{ readonly row: Row; readonly file: string | null }> {
  const algorithm = await loadAlgorithm(name)
  if (options.topology === undefined)
    throw new InputError('simulate needs --topology, such as --topology ring')
  const { entry, spec: topology } = topologies.parse(options.topology)
  if (options.n === undefined && !entry.fixedSize)
    throw new InputError(`topology ${topology} needs --n, the number of processors`)
  const timing = timingOf(
    options.timing,
    algorithm.uponRound !== undefined || algorithm.requires.synchronous === true,
  )
  if (timing === 'synchronous' && options.delay !== undefined)
    throw new InputError(
      '--delay has no meaning in the synchronous model, in which every message takes one round',
    )
  const [inputs, wakeup] = [inputsOf(options)[0]!, wakeUpsOf(options)[0]!]
  const cell = {
    algorithm: algorithm.name,
    timing,
    topology,
    n: options.n ?? 0,
    delay: timing === 'synchronous' ? null : (options.delay ?? 'uniform'),
    wakeup,
    faults: 'none',
    inputs,
    replicate: 0,
    seed: options.seed,
  } as const
  const budget = { messages: options.maxMessages, time: options.maxTime }
  assertFits(memoryOf({ algorithms: [algorithm], budget }, [cell]), { workers: 1, memory: options.memory })
  const builder = new CellBuilder(readFile, readChunks)
  // In a sweep, an instance that cannot be built is a failed row; here it is an error of the command line.
  const prepared = builder.prepare(algorithm, cell)
  assertRequirements(algorithm, prepared.instance, timing)
  const row = runPrepared(algorithm, cell, () => prepared, { experiment: 'simulate', budget, record })
  return { row, file: understood(prepared.instance.network) }
}

function timingOf(asked: string | undefined, rounds: boolean): 'synchronous' | 'asynchronous' {
  if (asked === undefined) return rounds ? 'synchronous' : 'asynchronous'
  return timingOption(asked)
}
