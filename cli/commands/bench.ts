import { Command } from 'commander'
import pc from 'picocolors'
import { type Measurement, measure } from '../bench/measure.ts'
import { workloads } from '../bench/workloads.ts'
import { integerOption } from '../specs.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options {
  readonly quick?: true
  readonly iterations: number
  readonly json?: true
}

export const benchCommand: CommandBuilder = () =>
  new Command('bench')
    .description(
      'how fast the engine is on this machine: messages per second, and each event queue against heap-js',
    )
    .option('--quick', 'small sizes only')
    .option('--iterations <count>', 'timed runs of each workload', integerOption('iterations', 1), 5)
    .option('--json', 'print an array of measurements')
    .addHelpText('after', examples('admissible bench --quick', 'admissible bench --json > bench.json'))
    .action(async ({ quick, iterations, json }: Options) => {
      const all: Measurement[] = []
      for (const workload of workloads(quick === true)) {
        if (!json) process.stdout.write(`${pc.bold(workload.name)}\n`)
        for (const measurement of await measure(workload, iterations)) {
          all.push(measurement)
          if (!json) process.stdout.write(describe(measurement))
        }
      }
      if (json) process.stdout.write(`${JSON.stringify(all)}\n`)
    })

function describe({ queue, messages, milliseconds, messagesPerSecond, ratio }: Measurement): string {
  const rate = `${(messagesPerSecond / 1e6).toFixed(2)} M messages/s`
  const relative = ratio === null ? '' : `  ${ratio.toFixed(2)} × heap-js`
  return `  ${(queue ?? 'no queue').padEnd(12)} ${rate.padStart(18)}  ${milliseconds.toFixed(1).padStart(9)} ms${relative}  (${messages.toLocaleString('en')} messages)\n`
}
