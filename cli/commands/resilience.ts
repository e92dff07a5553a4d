import type { Command } from 'commander'
import { InputError } from '../../engine/index.ts'
import { stockMaps } from '../../experiments/index.ts'
import { integerOption, pathOption } from '../options/specs.ts'
import { resumeLine, typedWords } from '../options/typed.ts'
import { mapResilience } from '../sweeps/map-resilience.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options {
  readonly n: string
  readonly f: string
  readonly faults?: string
  readonly states: number
  readonly tries: number
  readonly seed: number
  readonly out?: string
  readonly workers?: number
  readonly resume?: true
  readonly json?: true
}

export const resilienceCommand: CommandBuilder = (command, exit) =>
  command
    .argument(
      '<algorithms...>',
      'names (see admissible list), files of your own: ./mine.ts or ./mine.ts#name, or all: those of consensus in the catalogue',
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
      'write tables.md, resilience.csv, resilience.svg, resilience.png and an execution for each system that is broken',
      pathOption('out'),
    )
    .option('--workers <count>', 'worker threads (default: one per core)', integerOption('workers', 1))
    .option('--resume', 'with --out: look only at the systems that an interrupted run has left')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      examples(
        'admissible resilience floodset --n 3..5 --f 1..3',
        'admissible resilience eig-byzantine phase-king --out maps',
        'admissible resilience ben-or paxos --n 3..5 --tries 1000',
        'admissible resilience ./mine.ts --faults omission:kind=general',
      ),
    )
    .action(async (asked: readonly string[], options: Options, typed: Command) => {
      const { states, tries, seed, faults = null, out } = options
      if (options.resume && out === undefined)
        throw new InputError('--resume goes on with what a folder has; give it by --out')
      const definition = {
        ...{
          name: 'resilience',
          title: 'Resilience',
          question: 'Which systems are safe, and what breaks the others?',
        },
        ...{ algorithms: namesOf(asked), faults, states, tries, seed },
        ...{ sizes: numbersOf('n', options.n, 2), bounds: numbersOf('f', options.f, 0) },
      }
      exit(await mapResilience(definition, options, resumeLine(typedWords(typed))))
    })

const namesOf = (asked: readonly string[]): readonly string[] => [
  ...new Set(asked.flatMap((name) => (name === 'all' ? stockMaps.flatMap((one) => one.algorithms) : [name]))),
]

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
