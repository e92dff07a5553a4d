import { stabilisingAlgorithms } from '../../algorithms/index.ts'
import {
  buildTopology,
  daemons,
  didYouMean,
  executeStabilising,
  exploreStabilising,
  InputError,
  judgeStabilising,
  neighborsIn,
  promises,
  type StabilisingExploration,
  type StabilisingSystem,
  type StabilisingWitness,
  Streams,
  stabilisingLines,
  stabilisingSystem,
} from '../../engine/index.ts'
import { loadStabilising, loadSwept, readFile, writeRecord } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { integerOption } from '../options/specs.ts'
import {
  describeStabilisation,
  describeStabilisingRun,
  stabilisationJson,
} from '../output/describe-stabilisation.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options {
  readonly n: number
  readonly daemon: string
  readonly topology?: string
  readonly k?: number
  readonly run?: true
  readonly seed: number
  readonly states: number
  readonly record?: string
  readonly json?: true
}

export const stabiliseCommand: CommandBuilder = (command, exit) =>
  command
    .argument(
      '<algorithm>',
      'a self-stabilising algorithm, or a file of your own: ./mine.ts or ./mine.ts#name',
    )
    .requiredOption('--n <processors>', 'the number of processors', integerOption('n', 1))
    .option('--daemon <name>', 'who moves in a step: central, distributed, synchronous', 'distributed')
    .option('--topology <spec>', 'the network, where the algorithm runs on any (default: a ring)')
    .option('--k <states>', 'how many states each processor has', integerOption('k', 2))
    .option(
      '--run',
      'run it once from states that are drawn, instead of all executions from all configurations',
    )
    .option('--seed <seed>', 'determines every random choice', integerOption('seed', 0), 1)
    .option(
      '--states <count>',
      'the most configurations to go through',
      integerOption('states', 1),
      20_000_000,
    )
    .option(
      '--record <file>',
      'write the run, or what goes wrong, or an execution with the most steps, for verify',
    )
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      examples(
        'admissible stabilise dijkstra-k-state --n 5',
        'admissible stabilise dijkstra-k-state --n 5 --k 3 --daemon central --record never.execution.jsonl',
        'admissible stabilise stabilising-mis --n 6 --topology star --daemon central',
        'admissible stabilise dijkstra-k-state --n 1000 --run --daemon synchronous',
      ),
    )
    .action(async (name: string, options: Options) => {
      const loaded = await loadStabilising(name)
      if (loaded === null) {
        // What is there nowhere says so.
        await loadSwept(name)
        throw new InputError(unknown(name))
      }
      const { spec: daemon } = daemons.parse(options.daemon)
      const system = systemOf(loaded.algorithm, options)
      const told = { system, daemon, file: options.record ?? null }
      const record = (witness: StabilisingWitness) => {
        const lines = stabilisingLines(system, daemon, witness, loaded.module)
        if (options.record !== undefined)
          writeRecord(
            lines.map((line) => Buffer.from(line)),
            options.record,
          )
      }
      exit(options.run ? run(told, options, record) : explore(told, options, record))
    })

interface Told {
  readonly system: StabilisingSystem
  readonly daemon: string
  readonly file: string | null
}

function run(told: Told, { seed, json }: Options, record: (witness: StabilisingWitness) => void): number {
  const { system, daemon } = told
  const schedules = told.file !== null
  const found = executeStabilising(system, { daemon, seed, schedule: schedules })
  const { initially, schedule = [], outcome, steps, moves } = found
  record({ initially, schedule, repeatsFrom: null })
  const judgements = outcome === 'stabilised' ? judgeStabilising(system, daemon, found) : []
  process.stdout.write(
    json
      ? `${JSON.stringify({ outcome, steps, moves, initially, claims: judgements })}\n`
      : describeStabilisingRun({ ...told, found, judgements, seed }),
  )
  if (outcome === 'budget') return exitCodes.failed
  const broken = outcome === 'stuck' || judgements.some(({ verdict }) => verdict === 'violated')
  return broken ? exitCodes.violated : exitCodes.ok
}

function explore(
  told: Told,
  { states, json }: Options,
  record: (witness: StabilisingWitness) => void,
): number {
  const { system, daemon } = told
  const found = exploreStabilising(system, { daemon, states })
  record(found.diverges ?? found.leaves ?? found.most!.steps.witness)
  const judgements = judgeMost(told, found)
  const all = { ...told, found, judgements }
  process.stdout.write(json ? `${JSON.stringify(stabilisationJson(all))}\n` : describeStabilisation(all))
  const wrong = found.diverges !== null || found.leaves !== null
  const broken =
    judgements.some(({ verdict }) => verdict === 'violated') || (wrong && promises(system, daemon))
  return broken ? exitCodes.violated : exitCodes.ok
}

const judgeMost = ({ system, daemon }: Told, { most }: StabilisingExploration) =>
  most === null ? [] : judgeStabilising(system, daemon, { steps: most.steps.value, moves: most.moves.value })

function systemOf(
  algorithm: StabilisingSystem['algorithm'],
  { n, k, topology, seed }: Options,
): StabilisingSystem {
  const stream = new Streams(seed).stream('topology')
  const graph = topology === undefined ? null : buildTopology(topology, { n, stream, readFile })
  return stabilisingSystem(algorithm, graph?.n ?? n, {
    ...(k !== undefined && { k }),
    ...(graph !== null && { neighbors: neighborsIn(graph) }),
  })
}

function unknown(name: string): string {
  const known = stabilisingAlgorithms.map((one) => one.name)
  return `${name} is no self-stabilising algorithm${didYouMean(name, known) || `; there are ${known.join(', ')}`}`
}
