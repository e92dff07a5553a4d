import { Command } from 'commander'
import { InputError } from '../../engine/index.ts'
import {
  defineExperiment,
  type Experiment,
  loadAlgorithm,
  parseSizes,
  shellWord,
} from '../../experiments/index.ts'
import { addInstanceOptions, type InstanceOptions, inputsOf, wakeUpsOf } from '../instance-options.ts'
import { addSweepOptions, type SweepOptions } from '../run-options.ts'
import { runSweep } from '../run-sweep.ts'
import { collect, collectSpecs, integerOption, positiveOption, timingOption } from '../specs.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options extends SweepOptions, InstanceOptions {
  readonly name: string
  readonly algorithm?: string[]
  readonly topology?: string[]
  readonly n?: string
  readonly timing?: string[]
  readonly delay?: string[]
  readonly replicates: number
  readonly seed: number
  readonly maxMessages?: number
  readonly maxTime?: number
  readonly maxSeconds?: number
}

export const sweepCommand: CommandBuilder = (exit) =>
  addSweepOptions(addInstanceOptions(new Command('sweep')))
    .description('run a sweep given by flags: every combination of what they list')
    .option('--algorithm <names>', 'names, or files of your own: flooding,./mine.ts', collectSpecs)
    .option('--topology <specs>', 'networks: ring,gnp:degree=8,file:net.gml', collectSpecs)
    .option('--n <sizes>', '16..4096 doubles, 16..4096x4, 10..100+10, or a list 16,20,50')
    .option('--timing <models>', 'asynchronous, synchronous or both (default: asynchronous)', collectSpecs)
    .option('--delay <specs>', 'delays: uniform,constant,exponential (default: uniform)', collectSpecs)
    .option('--wakeup <specs>', 'who wakes by itself: all,random:k=3 (default: all)', collectSpecs)
    .option('--inputs <spec>', 'identifiers, root, values and ports; may be given several times', collect)
    .option('--replicates <count>', 'repetitions of every combination', integerOption('replicates', 1), 10)
    .option('--seed <seed>', 'the root of all randomness', integerOption('seed', 0), 1)
    .option('--name <name>', 'names the folder of the results', 'sweep')
    .option('--max-messages <count>', 'stop a run after so many messages', integerOption('max-messages', 1))
    .option(
      '--max-time <time>',
      'stop a run after so many rounds or units of delay',
      positiveOption('max-time'),
    )
    .option(
      '--max-seconds <seconds>',
      'stop a run after so much time by the clock',
      positiveOption('max-seconds'),
    )
    .addHelpText(
      'after',
      examples(
        'admissible sweep --algorithm flooding,spanning-tree-flood --topology ring,torus --n 16..4096',
        'admissible sweep --algorithm lcr --topology ring --n 16..1024 --inputs ids=worst --inputs random',
        'admissible sweep --algorithm flooding --topology file:net.gml --delay uniform,exponential --replicates 30',
      ),
    )
    .action(async (options: Options, command: Command) => {
      const words = (command.parent as unknown as { rawArgs: string[] }).rawArgs
      exit(
        await runSweep(
          await experimentOf(options),
          ['admissible', ...words].map(shellWord).join(' '),
          options,
        ),
      )
    })

async function experimentOf(options: Options): Promise<Experiment> {
  const { name, replicates, seed, maxMessages: messages, maxTime: time, maxSeconds: seconds } = options
  const { algorithm, topology } = options
  if (algorithm === undefined) throw new InputError('sweep needs --algorithm, such as --algorithm flooding')
  if (topology === undefined) throw new InputError('sweep needs --topology, such as --topology ring,torus')
  return defineExperiment({
    name,
    question: 'What do these algorithms cost on these networks?',
    algorithms: await Promise.all(algorithm.map(loadAlgorithm)),
    topologies: topology,
    sizes: options.n === undefined ? [] : parseSizes(options.n),
    timings: options.timing?.map(timingOption),
    delays: options.delay,
    wakeups: wakeUpsOf(options),
    inputs: inputsOf(options),
    replicates,
    seed,
    budget: { messages, time, seconds },
  })
}
