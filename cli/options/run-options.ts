import { type Command, Option } from 'commander'
import type { CheckMode } from '../../engine/index.ts'
import { parseShard, type Shard } from '../../experiments/index.ts'
import type { Format } from '../../reports/index.ts'
import { allModes, checkOption } from './check-option.ts'
import { addFigureOptions, type FigureChoice } from './figure-options.ts'
import { formatOption } from './formats.ts'
import { integerOption, pathOption, positiveOption } from './specs.ts'

/** The options of whatever runs a sweep. */
export interface SweepOptions extends FigureChoice {
  readonly out?: string
  readonly workers?: number
  readonly memory?: number
  readonly check?: CheckMode
  readonly resume?: true
  readonly force?: true
  readonly shard?: Shard
  readonly cluster?: string
  readonly dryRun?: true
  readonly json?: true
  readonly report: boolean
  readonly format: readonly Format[]
}

/** How much memory may be used: a number of GiB, as bytes. */
export const memoryOption = (): Option =>
  new Option('--memory <GiB>', 'how much may be used (default: what is free); more is refused').argParser(
    (text) => positiveOption('memory')(text) * 2 ** 30,
  )

/** Adds them to a command. */
export function addSweepOptions(command: Command): Command {
  return addFigureOptions(command)
    .option('--out <folder>', 'where the results go (default: results/NAME)', pathOption('out'))
    .option('--workers <count>', 'worker processes (default: one per core)', integerOption('workers', 1))
    .addOption(memoryOption())
    .addOption(checkOption(allModes, 'sampled'))
    .option('--resume', 'run only what an interrupted run has left')
    .option('--force', 'with --resume: if the definition or the code has changed, put what is there aside')
    .option(
      '--shard <i/k>',
      'run one of k parts, for admissible merge; auto/k: the scheduler says which',
      (text) => parseShard(text, process.env),
    )
    .option('--cluster <url>', 'run on the workers at redis://… or postgres://…, see admissible worker')
    .option('--dry-run', 'print the grid, its cost and its memory, and run nothing')
    .option('--json', 'print one JSON document on stdout')
    .addOption(formatOption())
    .addOption(new Option('--no-report', 'write the data only, without charts and report'))
}
