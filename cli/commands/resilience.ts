import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { algorithms } from '../../algorithms/index.ts'
import { InputError } from '../../engine/index.ts'
import { type ResilienceCell, type ResilienceMap, resilienceMap, writeFile } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { integerOption, pathOption } from '../options/specs.ts'
import { describeResilience, resilienceCsv, resilienceJson } from '../output/describe-resilience.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options {
  readonly n: string
  readonly f: string
  readonly faults?: string
  readonly states: number
  readonly tries: number
  readonly seed: number
  readonly out?: string
  readonly json?: true
}

export const resilienceCommand: CommandBuilder = (command, exit) =>
  command
    .argument(
      '<algorithms...>',
      'names (see admissible list), files of your own: ./mine.ts or ./mine.ts#name, or all: those of the catalogue that are written in rounds and require a resilience',
    )
    .option('--n <sizes>', 'the numbers of processors: 3..5, or 4,7', '3..4')
    .option('--f <bounds>', 'how many may fail, as algorithms are told: 1..2', '1..2')
    .option(
      '--faults <kind>',
      'crash, omission, omission:kind=general or byzantine (default: the worst that an algorithm tolerates)',
    )
    .option(
      '--states <count>',
      'go through so many configurations of a system before it is searched instead',
      integerOption('states', 1),
      20_000,
    )
    .option('--tries <count>', 'executions of a search', integerOption('tries', 1), 1000)
    .option('--seed <seed>', 'determines what a search tries', integerOption('seed', 0), 1)
    .option(
      '--out <folder>',
      'write resilience.svg, resilience.png, resilience.csv and an execution for each system that is broken',
      pathOption('out'),
    )
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      examples(
        'admissible resilience floodset --n 3..5 --f 1..3',
        'admissible resilience eig-byzantine phase-king --out maps',
        'admissible resilience ./mine.ts --faults omission:kind=general',
      ),
    )
    .action(async (asked: readonly string[], options: Options) => {
      const { states, tries, seed, faults = null } = options
      const [sizes, bounds] = [numbersOf('n', options.n, 2), numbersOf('f', options.f, 0)]
      const maps: ResilienceMap[] = []
      for (const algorithm of namesOf(asked))
        maps.push(await resilienceMap({ algorithm, faults, sizes, bounds, states, tries, seed }))
      process.stdout.write(
        options.json ? `${JSON.stringify(resilienceJson(maps))}\n` : describeResilience(maps),
      )
      if (options.out !== undefined) await write(options.out, maps)
      // What breaks where nothing is promised is what one wants to see.
      const promised = maps.flatMap(({ cells }) => cells).filter(({ beyond }) => beyond === null)
      if (promised.some(({ broken }) => broken !== null)) exit(exitCodes.violated)
    })

const namesOf = (asked: readonly string[]): readonly string[] =>
  asked.flatMap((name) =>
    name === 'all'
      ? algorithms
          .filter(({ requires, uponRound }) => requires.resilience !== undefined && uponRound !== undefined)
          .map((one) => one.name)
      : [name],
  )

/** A list of numbers and ranges. Throws an InputError. */
function numbersOf(name: string, text: string, least: number): number[] {
  const found = text.split(',').flatMap((part) => {
    const [, first, last = first] = /^(\d+)(?:\.\.(\d+))?$/.exec(part.trim()) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (first === undefined || from < least || to < from || to > 64)
      throw new InputError(
        `--${name} is “${text}”; it must be numbers from ${least} to 64, such as 3..5 or 4,7`,
      )
    return Array.from({ length: to - from + 1 }, (_, i) => from + i)
  })
  return [...new Set(found)].sort((a, b) => a - b)
}

/** The name of the file of a counterexample. */
const recordName = ({ algorithm }: ResilienceMap, { n, f }: ResilienceCell): string =>
  `${algorithm.name}-n${n}-f${f}.execution.jsonl`

async function write(folder: string, maps: readonly ResilienceMap[]): Promise<void> {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new InputError(`cannot make the folder “${folder}”: ${(error as Error).message}`)
  }
  // What draws takes long to load.
  const { drawPng, drawResilience, standalone } = await import('../../reports/index.ts')
  const drawing = drawResilience(
    maps.map(({ algorithm, faults, cells }) => ({
      title: algorithm.title ?? algorithm.name,
      subtitle: `${faults} faults; requires ${algorithm.requires.resilience ?? 'nothing'}`,
      tiles: cells.map(({ n, f, broken, executions, evidence, beyond }) => ({
        ...{ n, f, executions, broken: broken?.property ?? null },
        ...{ exhaustive: evidence === 'exhaustive', promised: beyond === null },
      })),
    })),
  )
  writeFile(join(folder, 'resilience.svg'), standalone(drawing))
  writeFile(join(folder, 'resilience.png'), await drawPng(drawing))
  writeFile(join(folder, 'resilience.csv'), resilienceCsv(maps))
  for (const map of maps)
    for (const cell of map.cells)
      if (cell.broken !== null) writeFile(join(folder, recordName(map, cell)), cell.broken.lines.join(''))
  process.stdout.write(`written to ${folder}\n`)
}
