import { statusOf } from '../../experiments/index.ts'
import { describeStatus } from '../output/describe-status.ts'
import { type CommandBuilder, examples } from './command.ts'

export const statusCommand: CommandBuilder = (command) =>
  command
    .argument('<folder>', 'its results folder, such as results/flooding')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      examples('admissible status results/flooding', 'watch admissible status results/flooding'),
    )
    .action((folder: string, { json }: { json?: true }) => {
      const status = statusOf(folder)
      process.stdout.write(json ? `${JSON.stringify(status)}\n` : describeStatus(status))
    })
