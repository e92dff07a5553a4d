import { Option } from 'commander'
import { mergeShards } from '../../experiments/index.ts'
import { formatOption } from '../options/formats.ts'
import type { SweepOptions } from '../options/run-options.ts'
import { pathOption } from '../options/specs.ts'
import { onNotice, reportSweep } from '../sweeps/run-sweep.ts'
import { type CommandBuilder, examples } from './command.ts'

type Options = Pick<SweepOptions, 'out' | 'json' | 'report' | 'format'>

export const mergeCommand: CommandBuilder = (command, exit) =>
  command
    .argument('<folders...>', 'the results folders of all shards')
    .option('--out <folder>', 'where the results go (default: results/NAME)', pathOption('out'))
    .option('--json', 'print one JSON document on stdout')
    .addOption(formatOption())
    .addOption(new Option('--no-report', 'write the data only, without charts and report'))
    .addHelpText(
      'after',
      examples(
        'admissible run flooding --shard 1/2',
        'admissible run flooding --shard 2/2',
        'admissible merge results/flooding-shards/*',
      ),
    )
    .action(async (folders: string[], options: Options) => {
      const result = mergeShards(folders, options.out, onNotice)
      exit(await reportSweep(result, options))
    })
