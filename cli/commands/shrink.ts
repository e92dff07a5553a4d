import { type Cell, InputError } from '../../engine/index.ts'
import {
  CellBuilder,
  isViolation,
  openAnyRecord,
  RecordFile,
  type RecordSink,
  readChunks,
  readFile,
  runCell,
  shrink,
  shrinkExplored,
  shrinkShared,
  writeRecord,
  writeSchedule,
} from '../../experiments/index.ts'
import { type AllowOption, allowOption } from '../options/allow-option.ts'
import { pathOption } from '../options/specs.ts'
import { describeRun } from '../output/describe-run.ts'
import { describeShrunk, describeShrunkShared } from '../output/describe-shrunk.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options extends AllowOption {
  readonly algorithm?: string
  readonly out?: string
}

export const shrinkCommand: CommandBuilder = (command) =>
  command
    .argument('<execution>', 'a recorded execution that failed, or violated a property or a claim')
    .option('--out <file>', 'where to (default: beside the execution)', pathOption('out'))
    .option('--algorithm <name>', 'the algorithm, if it has another name or place than in the file')
    .addOption(allowOption())
    .addHelpText('after', examples('admissible shrink run.execution.jsonl --out small.execution.jsonl'))
    .action(async (path: string, options: Options) => {
      const record = await openAnyRecord(path, options)
      const out = options.out ?? `${path.replace(/(\.execution)?\.jsonl$/, '')}.small.execution.jsonl`
      if ('shared' in record) {
        const shrunk = shrinkShared(record)
        writeRecord(shrunk.recorded.blocks, out)
        process.stdout.write(describeShrunkShared(shrunk, record.header.n, out))
        return
      }
      const { header, algorithm } = record
      const { cell } = header
      if (cell === null) {
        const shrunk = shrinkExplored(record)
        writeSchedule(shrunk.recorded, out)
        process.stdout.write(describeShrunk(shrunk, record.instance.network.n, out))
        return
      }
      const builder = new CellBuilder(readFile, readChunks)
      const run = (tried: Cell, record: readonly RecordSink[] = []) =>
        runCell(algorithm, tried, { experiment: 'shrink', budget: {}, builder, record })
      const row = run(cell)
      if (!isViolation(row) && row.outcome !== 'failed')
        throw new InputError(`${path}: nothing goes wrong in this run, so there is nothing to shrink`)
      const found = shrink(cell, row, run)
      const file = new RecordFile(out)
      try {
        run(found.cell, [file])
      } finally {
        file.abandon()
      }
      process.stdout.write(`${describeRun(found.row)}  found in ${found.runs} runs; recorded in ${out}\n`)
    })
