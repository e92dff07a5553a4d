import { availableParallelism } from 'node:os'
import { InputError } from '../../engine/index.ts'
import {
  type ExploreProgress,
  type ExploreSetup,
  type FinishedExploration,
  loadAlgorithm,
  recordWitness,
  runExploration,
  type Witness,
  writeSchedule,
} from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { addFaultOptions } from '../options/fault-options.ts'
import { addInstanceOptions, type InstanceOptions, nameOver } from '../options/instance-options.ts'
import { overOf } from '../options/over-option.ts'
import { addSharedExploreOptions } from '../options/shared-options.ts'
import { integerOption, positiveOption, timingOption } from '../options/specs.ts'
import { describeExploration, explorationJson } from '../output/describe-exploration.ts'
import { ExploreLine } from '../output/explore-line.ts'
import { adversaryCell } from '../sweeps/adversary-cell.ts'
import { exploredFaults } from '../sweeps/explore-faults.ts'
import { exploredShared } from '../sweeps/explore-shared.ts'
import { interruptible } from '../sweeps/interruptible.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options extends InstanceOptions {
  readonly topology?: string
  readonly n?: number
  readonly timing?: 'synchronous' | 'asynchronous'
  readonly time: boolean
  readonly reduction: boolean
  readonly gain?: true
  readonly states: number
  readonly seconds?: number
  readonly workers?: number
  readonly seed: number
  readonly record?: string
  readonly passages?: number
  readonly repeats?: true
  readonly expected?: true
  readonly costs: boolean
  readonly beyond?: true
  readonly extreme?: string
  readonly json?: true
}

const extremes = ['messages-max', 'messages-min', 'time-max', 'violation'] as const
type Extreme = (typeof extremes)[number]
const extremeWords = `which to write: ${extremes.join(', ')}; on shared memory violation, deadlock, lockout, passage:cc, bypass … (default: messages-max; there, what goes wrong)`

const throughAll = 'go through all of these, each once up to symmetry'

export const exploreCommand: CommandBuilder = (command, exit) =>
  addFaultOptions(addSharedExploreOptions(addInstanceOptions(command)))
    .argument(
      '<algorithm>',
      'a name (see admissible list), or a file of your own: ./mine.ts or ./mine.ts#name',
    )
    .option('--topology <spec>', 'the network, such as ring or file:net.gml')
    .option('--n <processors>', 'the number of processors', integerOption('n', 1))
    .option('--over <list>', `${throughAll}: graphs,ids,root,ports; or run it in wrappers: alpha`)
    .option('--wakeup <spec>', 'who wakes by itself, at time 0; any: whoever wakes, whenever (default: all)')
    .option(
      '--workload <spec>',
      'the operations that processors are asked for, whenever it may be: closed:operations=2 … (default: one each)',
    )
    .option('--weights <spec>', 'weights of channels: distinct, uniform:max=9, unit, own … (default: none)')
    .option('--inputs <spec>', 'identifiers, root, values and ports in one')
    .option(
      '--timing <model>',
      'synchronous or asynchronous (default: what the algorithm is written for)',
      timingOption,
    )
    .option('--no-time', 'leave out the largest time, which takes longer than the rest')
    .option('--no-reduction', 'try every order, even where it makes no difference')
    .option('--gain', 'explore without the reduction, too, and say what it saves')
    .option(
      '--states <count>',
      'stop an instance after so many configurations',
      integerOption('states', 1),
      2_000_000,
    )
    .option('--seconds <time>', 'stop after so long', positiveOption('seconds'))
    .option('--workers <count>', 'worker threads (default: one per core)', integerOption('workers', 1))
    .option('--seed <seed>', 'determines what is random in the instance', integerOption('seed', 0), 1)
    .option('--record <file>', 'write an execution, for verify, replay and draw')
    .option('--extreme <which>', extremeWords)
    .option('--json', 'print { states, transitions, exhausted, messages, time, … }')
    .addHelpText('after', examples(...shown))
    .action(async (asked: string, options: Options) => {
      const code = (await exploredShared(asked, options)) ?? (await exploredFaults(asked, options))
      if (code !== null) return exit(code)
      const setup = await setupOf(nameOver(asked, { over: overOf(options).wrappers }), options)
      const { workers = availableParallelism(), seconds } = options
      const line = new ExploreLine()
      const onProgress = (progress: ExploreProgress) => line.show(progress)
      const { found, whole } = await interruptible(async (signal) => {
        const explored = (reduce: boolean) =>
          runExploration({ ...setup, reduce }, { workers, seconds, signal, onProgress })
        const found = await explored(options.reduction)
        return { found, whole: options.gain ? await explored(false) : null }
      }).finally(() => line.end())
      if (options.record !== undefined)
        writeSchedule(recordWitness(found, witnessOf(found, extremeOf(options))), options.record)
      const told = { found, whole, file: options.record ?? null }
      process.stdout.write(
        options.json ? `${JSON.stringify(explorationJson(told))}\n` : describeExploration(told),
      )
      if (found.interrupted) exit(exitCodes.interrupted)
      else if (found.summary.violations.length > 0) exit(exitCodes.violated)
      else if (!found.exhausted) exit(exitCodes.failed)
    })

const shown = [
  'admissible explore flooding --topology complete --n 5 --root 0 --gain',
  'admissible explore lcr --topology ring --n 6 --over ids',
  'admissible explore bfs-sync --n 5 --over graphs,root',
  'admissible explore shared-coin --n 2 --expected',
  'admissible explore floodset --n 4 --faults crash:f=2',
  'admissible explore bracha-rb --n 3 --faults byzantine:f=1 --beyond --timing asynchronous',
  'admissible explore echo --topology complete --n 4 --record echo.execution.jsonl --extreme time-max',
]

function extremeOf({ extreme = 'messages-max' }: Options): Extreme {
  const found = extremes.find((one) => one === extreme)
  if (found !== undefined) return found
  throw new InputError(`--extreme is “${extreme}”; it must be one of ${extremes.join(', ')}`)
}

function witnessOf({ summary }: FinishedExploration, extreme: Extreme): Witness {
  const { messages, time, violations } = summary
  const [violation] = violations
  if (extreme === 'violation' && violation !== undefined) {
    const { property, reason } = violation
    return property === 'failed' ? { ...violation, failure: reason } : violation
  }
  const found = {
    'messages-max': messages.max,
    'messages-min': messages.min,
    'time-max': time?.max,
    violation: null,
  }
  const witness = found[extreme]
  if (witness != null) return witness
  throw new InputError(`--extreme ${extreme}: there is none to write`)
}

async function setupOf(algorithm: string, options: Options): Promise<ExploreSetup> {
  // What cannot be written is refused before anything is explored.
  extremeOf(options)
  await loadAlgorithm(algorithm)
  const { over } = overOf(options)
  const graphs = over.includes('graphs')
  if (graphs && options.topology !== undefined)
    throw new InputError('--over graphs goes through all connected graphs; leave out --topology')
  if (!graphs && options.topology === undefined)
    throw new InputError('explore needs --topology, such as --topology ring, or --over graphs')
  if (graphs && options.n === undefined)
    throw new InputError('--over graphs needs --n, the number of processors')
  const { wakeup, ...others } = options
  const any = wakeup === 'any'
  return {
    algorithm,
    cell: await adversaryCell(algorithm, options.topology ?? 'path', any ? others : options),
    over,
    wakeUps: any ? 'chosen' : 'at zero',
    timing: options.timing ?? null,
    states: options.states,
    time: options.time,
    reduce: options.reduction,
  }
}
