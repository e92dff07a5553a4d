import { flatRow, isFailure, isViolation, type Row } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { allModes, checkOption } from '../options/check-option.ts'
import { addFaultOptions } from '../options/fault-options.ts'
import { addInstanceOptions, nameOver } from '../options/instance-options.ts'
import { addRecordOptions } from '../options/record-options.ts'
import { memoryOption } from '../options/run-options.ts'
import { addSharedOptions } from '../options/shared-options.ts'
import { integerOption, positiveOption } from '../options/specs.ts'
import { describeLastEvents } from '../output/describe-last-events.ts'
import { describeRun } from '../output/describe-run.ts'
import { describeSharedRun } from '../output/describe-shared-run.ts'
import { describeWitness } from '../output/describe-witness.ts'
import type { SimulateOptions } from '../simulation/options.ts'
import { simulate } from '../simulation/simulate.ts'
import { tellRan } from '../simulation/told.ts'
import { type CommandBuilder, examples } from './command.ts'

export const simulateCommand: CommandBuilder = (command, exit) =>
  addFaultOptions(addSharedOptions(addRecordOptions(addInstanceOptions(command))))
    .argument(
      '<algorithm>',
      'a name (see admissible list), or a file of your own: ./mine.ts or ./mine.ts#name',
    )
    .option(
      '--over <wrappers>',
      'run it in wrappers: alpha, gamma:K=3, alpha+lamport-clocks … (default: none)',
    )
    .option('--topology <spec>', 'the network, such as ring, gnp:degree=8 or file:net.gml')
    .option('--n <processors>', 'the number of processors', integerOption('n', 1))
    .option('--timing <model>', 'synchronous or asynchronous (default: what the algorithm is written for)')
    .option('--delay <spec>', 'the delays, such as constant or uniform:min=0.5 (default: uniform)')
    .option('--wakeup <spec>', 'who wakes by itself: all, root, random:k=3 … (default: all)')
    .option('--weights <spec>', 'weights of channels: distinct, uniform:max=9, unit, own … (default: none)')
    .option(
      '--workload <spec>',
      'what processors are asked for: closed:operations=10, open:rate=0.1 … (default: that of the service)',
    )
    .option(
      '--clocks <spec>',
      'clocks of processors: perfect, offset:max=10, drift:rho=0.01 … (default: perfect)',
    )
    .option('--inputs <spec>', 'identifiers, root, values and ports in one, as in the column of runs.csv')
    .option('--seed <seed>', 'determines every random choice', integerOption('seed', 0), 1)
    .option('--max-messages <count>', 'stop after so many messages', integerOption('max-messages', 1))
    .option('--max-time <time>', 'stop after so many rounds or units of delay', positiveOption('max-time'))
    .option(
      '--max-seconds <seconds>',
      'stop after so much time by the clock (default: 600)',
      positiveOption('max-seconds'),
    )
    .addOption(memoryOption())
    .addOption(checkOption(allModes, 'every'))
    .option('--json', 'print the row of runs.csv as one JSON object')
    .addHelpText(
      'after',
      examples(
        'admissible simulate flooding --topology ring --n 5 --delay constant',
        'admissible simulate spanning-tree-flood --topology gnp:degree=8 --n 10000 --json',
        'admissible simulate lcr --topology ring --n 4 --ids 3,2,1,0 --initiators 0,2',
        'admissible simulate lcr --topology ring --n 4 --trace --witness',
        'admissible simulate floodset --topology complete --n 5 --faults crash:f=2 --trace',
        'admissible simulate mcs-lock --n 8 --scheduler sticky',
        'admissible simulate flooding --topology torus --n 16 --record run.execution.jsonl',
      ),
    )
    .action(async (asked: string, options: SimulateOptions) => {
      const name = nameOver(asked, options)
      const print = options.json ? process.stderr : process.stdout
      const ended = (row: Row, text: string): void => {
        process.stdout.write(text)
        exit(codeOf(row))
        tellRan(codeOf(row))
      }
      await simulate(name, options, {
        print: (text) => print.write(text),
        ranShared(result) {
          const { row } = result
          ended(row, options.json ? `${JSON.stringify(flatRow(row))}\n` : describeSharedRun(result))
        },
        ran(row, witness, files) {
          const flat = witness === null ? flatRow(row) : { ...flatRow(row), witness }
          const text = `${describeRun(row, files)}${describeWitness(witness)}`
          ended(row, options.json ? `${JSON.stringify(flat)}\n` : text)
        },
        retold: (row, last) => process.stdout.write(describeLastEvents(row, name, last)),
      })
    })

function codeOf(row: Row): number {
  if (isViolation(row)) return exitCodes.violated
  return isFailure(row) ? exitCodes.failed : exitCodes.ok
}
