import { accessSync, constants } from 'node:fs'
import { cpus } from 'node:os'
import { dirname } from 'node:path'
import pc from 'picocolors'
import { InputError } from '../../engine/index.ts'
import { readFile, writeFile } from '../../experiments/index.ts'
import { assertComparable, parseBaseline } from '../bench/baseline.ts'
import { assertChartName, drawBench } from '../bench/chart.ts'
import { compare } from '../bench/compare.ts'
import { measure, type Pace } from '../bench/measure.ts'
import { type BenchResults, benchFormat, type Measurement } from '../bench/measurement.ts'
import type { Workload } from '../bench/workload.ts'
import { workloads } from '../bench/workloads.ts'
import { exitCodes } from '../exit-codes.ts'
import { collectSpecs, integerOption, pathOption, positiveOption } from '../options/specs.ts'
import { describeChanges, describeMeasurement } from '../output/describe-bench.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options {
  readonly quick?: true
  readonly only?: readonly string[]
  readonly turns?: number
  readonly json?: true
  readonly out?: string
  readonly compare?: string
  readonly threshold: number
  readonly chart?: string
}

export const benchCommand: CommandBuilder = (command, exit) =>
  command
    .option('--quick', 'small sizes only')
    .option('--only <names>', 'only these workloads: flooding,lcr-4000', collectSpecs)
    .option(
      '--turns <count>',
      `timed turns of each workload with each queue (default: ${fullPace.turns}, quick ${quickPace.turns})`,
      integerOption('turns', 1),
    )
    .option('--json', 'print the results as JSON and nothing else')
    .option('--out <file>', 'write the results as JSON, to be a baseline', pathOption('out'))
    .option('--compare <file>', 'compare the ratios to heap-js with a baseline; exit code 1 if one is slower')
    .option('--threshold <percent>', 'how much slower or faster tells', positiveOption('threshold'), 25)
    .option('--chart <file>', 'draw the results, as SVG or PNG by the name')
    .addHelpText(
      'after',
      examples(
        'admissible bench --quick',
        'admissible bench --out bench.json --chart bench.svg',
        'admissible bench --compare bench.json --only flooding',
      ),
    )
    .action(async (options: Options) => {
      exit(await bench(options))
    })

const fullPace: Pace = { turns: 5, turnMilliseconds: 200, millisecondsMax: 3000 }
const quickPace: Pace = { turns: 3, turnMilliseconds: 50, millisecondsMax: 600 }

async function bench(options: Options): Promise<number> {
  const { quick, only, json, out, compare: path, threshold, chart } = options
  const chosen = choose(workloads(quick === true), only)
  const baseline = path === undefined ? undefined : parseBaseline(readFile(path), path)
  if (baseline !== undefined) assertComparable(baseline, chosen, path!)
  if (chart !== undefined) assertChartName(chart)
  for (const file of [out, chart]) if (file !== undefined) assertWritable(file)
  const print = (line: string): void => void (json || process.stdout.write(`${line}\n`))

  const usual = quick ? quickPace : fullPace
  const pace = { ...usual, turns: options.turns ?? usual.turns }
  const measurements: Measurement[] = []
  for (const workload of chosen) {
    const measured = await measure(workload, pace, measurements)
    measurements.push(...measured)
    print(`${pc.bold(workload.title)}  (${measured[0]!.messages.toLocaleString('en')} messages)`)
    for (const measurement of measured) print(describeMeasurement(measurement))
  }

  const processor = cpus()[0]?.model ?? 'unknown'
  const results: BenchResults = { format: benchFormat, node: process.version, processor, measurements }
  if (out !== undefined) writeFile(out, `${JSON.stringify(results, null, 2)}\n`)
  if (chart !== undefined) writeFile(chart, await drawBench(results, chart))
  const changes = baseline && compare(baseline.measurements, measurements, threshold)
  if (changes !== undefined) print(describeChanges(changes, path!, threshold))
  if (json) process.stdout.write(`${JSON.stringify(changes ? { ...results, changes } : results)}\n`)
  return changes?.some(({ verdict }) => verdict === 'slower') ? exitCodes.violated : exitCodes.ok
}

/** Those of the names, which may lack their ends: `flooding` stands for `flooding-1000` and all its like. */
function choose(all: readonly Workload[], names: readonly string[] = all.map(({ name }) => name)) {
  const means = (asked: string, name: string) => name === asked || name.startsWith(`${asked}-`)
  for (const asked of names)
    if (!all.some(({ name }) => means(asked, name)))
      throw new InputError(
        `no workload is called “${asked}”; known: ${all.map(({ name }) => name).join(', ')}`,
      )
  return all.filter(({ name }) => names.some((asked) => means(asked, name)))
}

/** So that nothing is measured in vain. */
function assertWritable(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK)
  } catch {
    throw new InputError(`cannot write “${file}”: its folder is not there or not writable`)
  }
}
