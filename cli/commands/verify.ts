import { verify, verifyShared, verifyStabilising } from '../../engine/index.ts'
import { openEveryRecord } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { type AllowOption, allowOption } from '../options/allow-option.ts'
import {
  describeSharedVerification,
  describeStabilisingVerification,
  describeVerification,
} from '../output/describe-verification.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options extends AllowOption {
  readonly algorithm?: string
  readonly json?: true
}

export const verifyCommand: CommandBuilder = (command, exit) =>
  command
    .argument('<execution>', 'a file that simulate --record wrote, or another tool')
    .option('--algorithm <name>', 'the algorithm, if it is not the one that the file names: ./mine.ts#name')
    .addOption(allowOption())
    .option('--json', 'print { ok, events, messages, time, first_error }')
    .addHelpText(
      'after',
      examples('admissible verify run.execution.jsonl', 'admissible verify run.execution.jsonl --json'),
    )
    .action(async (path: string, options: Options) => {
      const record = await openEveryRecord(path, options)
      if ('stabilising' in record) {
        const found = verifyStabilising(record.header, record.lines, record.stabilising, path)
        process.stdout.write(
          options.json
            ? `${JSON.stringify(found)}\n`
            : describeStabilisingVerification(
                path,
                found,
                'a true record of an execution of a self-stabilising algorithm',
              ),
        )
        if (!found.ok) exit(exitCodes.violated)
        return
      }
      if ('shared' in record) {
        const found = verifyShared(record.header, record.lines, record.shared, path)
        process.stdout.write(
          options.json
            ? `${JSON.stringify(found)}\n`
            : describeSharedVerification(path, found, 'a true record of an execution on shared memory'),
        )
        if (!found.ok) exit(exitCodes.violated)
        return
      }
      const { header, lines, algorithm, instance } = record
      const found = verify(header, lines, algorithm, instance, path)
      process.stdout.write(
        options.json
          ? `${JSON.stringify(found)}\n`
          : describeVerification(path, found, 'a legal and admissible execution'),
      )
      if (!found.ok) exit(exitCodes.violated)
    })
