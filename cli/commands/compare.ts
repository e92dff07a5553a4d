import { exitCodes } from '../exit-codes.ts'
import { positiveOption } from '../options/specs.ts'
import { describeChanges } from '../output/describe-changes.ts'
import { type CommandBuilder, examples } from './command.ts'

export const compareCommand: CommandBuilder = (command, exit) =>
  command
    .argument('<before>', 'a folder of results')
    .argument('<now>', 'a folder of results')
    .option(
      '--threshold <percent>',
      'how much a cost may rise: a rise beyond it, and beyond chance, gives exit code 1',
      positiveOption('threshold'),
      5,
    )
    .option('--json', 'print one JSON document on stdout')
    .addHelpText(
      'after',
      `\nThe exit code is also 1 if more runs violate a claim or a property, or fail, than before.\n${examples(
        'admissible compare results/main results/branch',
        'admissible compare results/main results/branch --threshold 1 --json',
      )}`,
    )
    .action(async (before: string, now: string, options: { threshold: number; json?: true }) => {
      // The library that reads CSV takes long to load.
      const { compareResults, readResults } = await import('../../reports/index.ts')
      const changes = compareResults(readResults(before), readResults(now), options.threshold / 100)
      process.stdout.write(describeChanges({ before, now, ...options }, changes))
      const worse =
        changes.costs.some(({ verdict }) => verdict === 'rise') ||
        changes.troubles.some((trouble) => trouble.now > trouble.before)
      exit(worse ? exitCodes.violated : exitCodes.ok)
    })
