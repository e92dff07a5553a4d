import { type Command, Option } from 'commander'
import { integerOption } from './specs.ts'

/** The options of whatever runs a sweep. */
export interface SweepOptions {
  readonly out?: string
  readonly workers?: number
  readonly resume?: true
  readonly dryRun?: true
  readonly json?: true
  readonly report: boolean
}

/** Adds them to a command. */
export function addSweepOptions(command: Command): Command {
  return command
    .option('--out <folder>', 'where the results go (default: results/NAME)')
    .option('--workers <count>', 'worker threads (default: one per core)', integerOption('workers', 1))
    .option('--resume', 'run only what an interrupted run has left')
    .option('--dry-run', 'print the grid and its cost, and run nothing')
    .option('--json', 'print one JSON document on stdout')
    .addOption(new Option('--no-report', 'write the data only, without charts and report'))
}
