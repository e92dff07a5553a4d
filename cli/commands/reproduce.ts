import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { type AllowOption, allowOption } from '../options/allow-option.ts'
import { memoryOption, type SweepOptions } from '../options/run-options.ts'
import { integerOption, pathOption } from '../options/specs.ts'
import { resumeLine, typedWords } from '../options/typed.ts'
import { describeReproduction } from '../output/describe-reproduction.ts'
import { reproduce } from '../sweeps/reproduce.ts'
import { type CommandBuilder, examples } from './command.ts'

type Options = Pick<SweepOptions, 'out' | 'workers' | 'memory' | 'json'> & AllowOption

export const reproduceCommand: CommandBuilder = (command, exit) =>
  command
    .argument('<folder>', 'a folder of results, such as results/latest')
    .option(
      '--out <folder>',
      'where to run it, and to leave it (default: FOLDER/reproduction, removed if all is the same)',
      pathOption('out'),
    )
    .option('--workers <count>', 'worker processes (default: one per core)', integerOption('workers', 1))
    .addOption(memoryOption())
    .addOption(allowOption())
    .option('--json', 'print one JSON document on stdout')
    .addHelpText(
      'after',
      `\nThe exit code is 0 if all bytes are the same, and 1 if not.\n${examples(
        'admissible reproduce results/latest',
        'admissible reproduce their-results --workers 4 --json',
      )}`,
    )
    .action(async (folder: string, options: Options, typed: Command) => {
      // Typed again, it goes on by itself.
      const reproduction = await reproduce(
        folder,
        options,
        resumeLine(typedWords(typed)).replace(/ --resume$/, ''),
      )
      if (reproduction === null) return exit(exitCodes.interrupted)
      process.stdout.write(describeReproduction(reproduction, options.json === true))
      exit(reproduction.same ? exitCodes.ok : exitCodes.violated)
    })
