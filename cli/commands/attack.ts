import { availableParallelism } from 'node:os'
import { type Choosable, choosable, InputError } from '../../engine/index.ts'
import {
  type AttackProgress,
  type AttackSetup,
  assertExact,
  exactCost,
  loadAlgorithm,
  recordAttack,
  runAttacks,
  writeSchedule,
} from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { checkOption } from '../options/check-option.ts'
import { addFaultOptions } from '../options/fault-options.ts'
import { addInstanceOptions, type InstanceOptions, nameOver } from '../options/instance-options.ts'
import { addSharedAttackOptions } from '../options/shared-options.ts'
import { integerOption, positiveOption } from '../options/specs.ts'
import { attackJson, describeAttack } from '../output/describe-attack.ts'
import { SearchLine } from '../output/search-line.ts'
import { adversaryCell } from '../sweeps/adversary-cell.ts'
import { attackedFaults } from '../sweeps/attack-faults.ts'
import { attackedShared } from '../sweeps/attack-shared.ts'
import { interruptible } from '../sweeps/interruptible.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options extends InstanceOptions {
  readonly topology?: string
  readonly n?: number
  readonly objective?: string
  readonly beyond?: true
  readonly choose?: string
  readonly strategy?: string
  readonly runs?: number
  readonly seconds?: number
  readonly workers?: number
  readonly seed: number
  readonly seeds: number
  readonly maxMessages: number
  readonly check?: 'every' | 'final'
  readonly exact?: number
  readonly passages?: number
  readonly maxSteps?: number
  readonly record?: string
  readonly json?: true
}

const objectiveWords =
  'what to make large: messages, time, messages:TYPE, response, bypass, …, a column, or ./mine.ts#name; on shared memory passage:cc, passage:dsm, bypass, scan:reads … (default: messages; there, passage:cc or operation:steps; with --faults violation, that a property breaks)'

export const attackCommand: CommandBuilder = (command, exit) =>
  addFaultOptions(addSharedAttackOptions(addInstanceOptions(command)))
    .argument(
      '<algorithm>',
      'a name (see admissible list), or a file of your own: ./mine.ts or ./mine.ts#name',
    )
    .option('--over <wrappers>', 'attack it in wrappers: alpha, gamma:K=3 … (default: none)')
    .option('--topology <spec>', 'the network, such as ring, clique-with-pendants or file:net.gml')
    .option('--n <processors>', 'the number of processors', integerOption('n', 1))
    .option('--objective <name>', objectiveWords)
    .option('--wakeup <spec>', 'who wakes by itself, at time 0 (default: the adversary chooses, if it may)')
    .option('--workload <spec>', 'the operations that are asked for, whenever it is bad (default: one each)')
    .option('--weights <spec>', 'weights of channels: distinct, uniform:max=9, unit, own … (default: none)')
    .option('--inputs <spec>', 'identifiers, root, values and ports in one; the others are chosen')
    .option('--choose <list>', 'what the adversary chooses: schedule,ids,ports,root,wakeup,values,operations')
    .option('--strategy <list>', 'greedy,hill-climbing,annealing,evolution,random (default: all)')
    .option('--runs <count>', 'runs in all (default: 2000; with --faults 20,000)', integerOption('runs', 1))
    .option('--seconds <time>', 'search for so long instead', positiveOption('seconds'))
    .option('--seeds <count>', 'search from so many seeds, each for so long', integerOption('seeds', 1), 1)
    .option('--workers <count>', 'worker threads (default: one per core)', integerOption('workers', 1))
    .option('--seed <seed>', 'determines every random choice', integerOption('seed', 0), 1)
    .option(
      '--max-messages <count>',
      'a run that sends more counts for nothing',
      integerOption('max-messages', 1),
      1_000_000,
    )
    .addOption(checkOption(['every', 'final'], 'every'))
    .option(
      '--exact <states>',
      'explore all schedules of the instance found, up to so many configurations',
      integerOption('exact', 1),
    )
    .option('--record <file>', 'write the execution that was found, for verify, replay and draw')
    .option('--json', 'print { best, claim, exact, runs, strategy, execution, … }')
    .addHelpText(
      'after',
      examples(
        'admissible attack lcr --topology ring --n 64',
        'admissible attack echo --topology complete --n 16 --objective time --record echo.execution.jsonl',
        'admissible attack dfs-tree-no-root --topology clique-with-pendants --n 16 --seconds 20',
        'admissible attack lamport-mutex --topology complete --n 8 --objective response',
        'admissible attack floodset --n 6 --faults crash:f=4 --f 3 --beyond --record chain.execution.jsonl',
        'admissible attack mcs-lock --n 8 --objective passage:dsm',
        'admissible attack hirschberg-sinclair --topology ring --n 64 --strategy annealing --runs 20000',
      ),
    )
    .action(async (asked: string, options: Options) => {
      const code = await attackedShared(asked, options)
      if (code !== null) return exit(code)
      const algorithm = nameOver(asked, options)
      exit((await attackedFaults(algorithm, options)) ?? (await attacked(algorithm, options)))
    })

/** Attacks schedules and instances; the exit code. */
async function attacked(algorithm: string, options: Options): Promise<number> {
  const { workers = availableParallelism(), record } = options
  const { objective = 'messages' } = options
  if (options.exact !== undefined) assertExact(objective)
  const line = new SearchLine(objective)
  const onProgress = (progress: AttackProgress) => line.show(progress)
  const setup = await setupOf(algorithm, options)
  const { found, searches } = await interruptible((signal) =>
    runAttacks(setup, { limit: limitOf(options), workers, signal, onProgress }, options.seeds),
  ).finally(() => line.end())
  const recorded = recordAttack(found)
  if (record !== undefined) writeSchedule(recorded, record)
  const exact = options.exact === undefined || found.interrupted ? null : exactCost(found, options.exact)
  const told = { found, searches, recorded, exact, file: record ?? null, seed: options.seed }
  process.stdout.write(options.json ? `${JSON.stringify(attackJson(told))}\n` : describeAttack(told))
  const violated =
    recorded.execution.outcome.kind === 'violated' ||
    recorded.judgements.some(({ verdict }) => verdict === 'violated')
  if (found.interrupted) return exitCodes.interrupted
  return violated ? exitCodes.violated : exitCodes.ok
}

function limitOf({ runs, seconds, seeds }: Options): { runs: number } | { seconds: number } {
  if (runs !== undefined && seconds !== undefined)
    throw new InputError('--runs and --seconds both say when to end; use one of them')
  if (seconds !== undefined && seeds > 1)
    throw new InputError('--seeds compares searches of as many runs; give --runs instead of --seconds')
  return seconds === undefined ? { runs: runs ?? 2000 } : { seconds }
}

async function setupOf(algorithm: string, options: Options): Promise<AttackSetup> {
  // What is no such algorithm says so before anything is asked of its network.
  await loadAlgorithm(algorithm)
  if (options.topology === undefined) throw new InputError('attack needs --topology, such as --topology ring')
  return {
    algorithm,
    cell: await adversaryCell(algorithm, options.topology, options),
    seed: options.seed,
    objective: options.objective ?? 'messages',
    choose: options.choose === undefined ? null : options.choose.split(',').map(choosableNamed),
    wakesGiven: options.wakeup !== undefined || options.initiators !== undefined,
    strategies: options.strategy?.split(',').map((name) => name.trim()) ?? null,
    messagesMax: options.maxMessages,
    check: options.check ?? 'every',
  }
}

function choosableNamed(text: string): Choosable {
  const name = choosable.find((name) => name === text.trim())
  if (name !== undefined) return name
  throw new InputError(`--choose has no “${text}”; there are ${choosable.join(', ')}`)
}
