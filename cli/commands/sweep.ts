import { type Command, Option } from 'commander'
import { InputError } from '../../engine/index.ts'
import {
  defineExperiment,
  type Experiment,
  loadAllSwept,
  loadSpec,
  loadWrappers,
  parseSizes,
  type WorstCasesDefinition,
} from '../../experiments/index.ts'
import { addFaultLists } from '../options/fault-options.ts'
import { addInstanceOptions, type InstanceOptions, inputsOf, wakeUpsOf } from '../options/instance-options.ts'
import { type Replicates, replicatesOption, untilCiAsked } from '../options/replicates.ts'
import { addSweepOptions, type SweepOptions } from '../options/run-options.ts'
import { collect, collectSpecs, integerOption, positiveOption, timingOption } from '../options/specs.ts'
import { typedWords, wholeLine } from '../options/typed.ts'
import { runSweep } from '../sweeps/run-sweep.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options extends SweepOptions, InstanceOptions {
  readonly over?: string[]
  readonly name: string
  readonly algorithm?: string[]
  readonly topology?: string[]
  readonly n?: string
  readonly timing?: string[]
  readonly delay?: string[]
  readonly zip?: string[]
  readonly where?: string[]
  readonly replicates: Replicates
  readonly untilCi?: number
  readonly seed: number
  readonly maxMessages?: number
  readonly maxTime?: number
  readonly maxSeconds?: number
  readonly exact?: string
  readonly beyond?: boolean
  readonly states?: number
  readonly searched?: string
  readonly forced?: string
  readonly runs?: number
  readonly worstExcept?: string[]
}

export const sweepCommand: CommandBuilder = (command, exit) =>
  addGridOptions(addFaultLists(addSweepOptions(addInstanceOptions(command))))
    .option('--algorithm <names>', 'names, or files of your own: flooding,./mine.ts', collectSpecs)
    .option(
      '--over <wrappers>',
      'wrappers to run them in: none,alpha,gamma:K=2..4 (default: none)',
      collectSpecs,
    )
    .option('--topology <specs>', 'networks: ring,gnp:degree=8,file:net.gml', collectSpecs)
    .option('--n <sizes>', '16..4096 doubles, 16..4096x4, 10..100+10, or a list 16,20,50')
    .option('--timing <models>', 'asynchronous, synchronous or both (default: asynchronous)', collectSpecs)
    .option('--delay <specs>', 'delays: uniform,constant,exponential (default: uniform)', collectSpecs)
    .option('--wakeup <specs>', 'who wakes by itself: all,random:k=3 (default: all)', collectSpecs)
    .option('--inputs <spec>', 'identifiers, root, values and ports; may be given several times', collect)
    .option('--workload <specs>', 'what processors are asked for: closed:mean=0..4+1', collectSpecs)
    .option('--clocks <specs>', 'clocks: perfect,drift:rho=0.01 (default: perfect)', collectSpecs)
    .option('--weights <specs>', 'weights of channels: distinct,uniform:max=9 (default: none)', collectSpecs)
    .addOption(
      new Option('--replicates <count>', 'repetitions of every combination; with --until-ci 10..1000')
        .argParser(replicatesOption)
        .default({ least: null, most: 10 }, '10'),
    )
    .option(
      '--until-ci <fraction>',
      'add replicates until the 95% intervals of the means are narrower than this fraction',
      positiveOption('until-ci'),
    )
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
    .option('--exact <sizes>', 'also the largest costs over all schedules, at these sizes: 3..6+1')
    .option(
      '--states <count>',
      'give up an exact worst case after so many states',
      integerOption('states', 1),
    )
    .option('--searched <sizes>', 'also the largest costs that an adversary finds, at these sizes: 8..64')
    .option('--runs <count>', 'the runs of the adversary for each measure', integerOption('runs', 1))
    .option(
      '--forced <sizes>',
      'also what the proof of the lower bound for rings forces, at these powers of two: 4..64',
    )
    .option('--worst-except <names>', 'algorithms of which no worst case is asked for', collectSpecs)
    .addHelpText(
      'after',
      examples(
        'admissible sweep --algorithm flooding,spanning-tree-flood --topology ring,torus --n 16..4096',
        'admissible sweep --algorithm lcr --topology ring --n 16..1024 --inputs ids=worst --inputs random',
        'admissible sweep --algorithm spanning-tree-flood --topology complete --n 4..32 --exact 3..5+1 --searched 4..32',
        'admissible sweep --algorithm flooding --topology file:net.gml --delay uniform,exponential --replicates 30',
        'admissible sweep --algorithm lcr --topology ring --n 16..1024 --replicates 10..1000 --until-ci 0.05',
        'admissible sweep --algorithm flooding --topology gnp:degree=4,gnp:degree=8,gnp:degree=16 --n 64..1024 --chart heat-map:x=n,y=gnp:degree,measure=time',
        "admissible sweep --algorithm flooding --topology gnp:degree=4..16 --wakeup 'random:k=1..n x4' --n 64 --chart against:x=topology_degree,series=wakeup_k,measure=time",
      ),
    )
    .action(async (options: Options, command: Command) => {
      exit(await runSweep(await experimentOf(options), wholeLine(typedWords(command)), options, command))
    })

/** Adds the options that say which points of the grid there are. */
const addGridOptions = (command: Command): Command =>
  command
    .option(
      '--zip <dimensions>',
      'lists that go together item by item instead of being crossed: topology,wakeup; may be given several times',
      collect,
    )
    .option(
      '--where <constraint>',
      'only the points of the grid that satisfy it: "wakeup_k <= n/2"; may be given several times',
      collect,
    )

async function experimentOf(options: Options): Promise<Experiment> {
  const { name, replicates, seed, maxMessages: messages, maxTime: time, maxSeconds: seconds } = options
  const { algorithm, topology } = options
  if (algorithm === undefined) throw new InputError('sweep needs --algorithm, such as --algorithm flooding')
  const algorithms = await loadAllSwept(algorithm)
  if (topology === undefined) throw new InputError('sweep needs --topology, such as --topology ring,torus')
  return defineExperiment({
    name,
    question: 'What do these algorithms cost on these networks?',
    algorithms,
    over: options.over && (await Promise.all(options.over.map(loadWrappers))),
    topologies: await Promise.all(topology.map(loadSpec)),
    sizes: options.n === undefined ? [] : parseSizes(options.n),
    timings: options.timing?.map(timingOption),
    delays: options.delay && (await Promise.all(options.delay.map(loadSpec))),
    wakeups: await Promise.all(wakeUpsOf(options).map(loadSpec)),
    inputs: inputsOf(options),
    clocks: options.clocks === undefined ? undefined : [options.clocks].flat(),
    workloads: options.workload === undefined ? undefined : [options.workload].flat(),
    faults: options.faults === undefined ? undefined : [options.faults].flat(),
    f: options.f,
    beyond: options.beyond,
    weights: options.weights === undefined ? undefined : [options.weights].flat(),
    zip: options.zip?.map((names) => names.split(',').map((name) => name.trim())),
    where: options.where,
    replicates: replicates.most,
    untilCi: untilCiAsked(options),
    seed,
    budget: { messages, time, seconds },
    check: options.check,
    worstCases: worstCasesAsked(options),
    charts: options.chart,
  })
}

/** The worst cases that the options ask for; undefined if none. */
function worstCasesAsked({
  exact,
  states,
  searched,
  runs,
  forced,
  worstExcept: except,
}: Options): WorstCasesDefinition | undefined {
  if (exact === undefined && states !== undefined) throw new InputError('--states needs --exact')
  if (searched === undefined && runs !== undefined) throw new InputError('--runs needs --searched')
  if (exact === undefined && searched === undefined && forced === undefined) {
    if (except === undefined) return undefined
    throw new InputError('--worst-except needs --exact, --searched or --forced')
  }
  return {
    exact: exact === undefined ? undefined : { sizes: parseSizes(exact), states },
    searched: searched === undefined ? undefined : { sizes: parseSizes(searched), runs },
    forced: forced === undefined ? undefined : { sizes: parseSizes(forced) },
    except,
  }
}
