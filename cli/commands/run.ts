import type { Command } from 'commander'
import { loadExperiment, loadWrappers, runOver, stockMaps } from '../../experiments/index.ts'
import { addSweepOptions, type SweepOptions } from '../options/run-options.ts'
import { collectSpecs, integerOption } from '../options/specs.ts'
import { runStockMap } from '../sweeps/run-stock-map.ts'
import { runSweep } from '../sweeps/run-sweep.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options extends SweepOptions {
  readonly seed?: number
  readonly over?: string[]
}

export const runCommand: CommandBuilder = (command, exit) =>
  addSweepOptions(command)
    .argument('<experiment>', 'a stock experiment (see admissible list experiments), or a file: ./mine.ts')
    .option(
      '--seed <seed>',
      'another root of all randomness than the experiment’s own',
      integerOption('seed', 0),
    )
    .option('--over <wrappers>', 'run its algorithms in these wrappers: none,alpha,gamma:K=3', collectSpecs)
    .addHelpText(
      'after',
      examples(
        'admissible run quickstart',
        'admissible run ring-election --workers 4 --out results/tonight',
        'admissible run ./my-experiment.ts --dry-run',
      ),
    )
    .action(async (nameOrPath: string, options: Options, typed: Command) => {
      const map = stockMaps.find(({ name }) => name === nameOrPath)
      if (map !== undefined) return exit(await runStockMap(map, options, typed))
      const found = await loadExperiment(nameOrPath)
      const { seed = found.seed, check, over } = options
      const words = [
        `admissible run ${nameOrPath}`,
        seed === found.seed ? [] : `--seed ${seed}`,
        over === undefined ? [] : `--over ${over.join()}`,
        check === undefined ? [] : `--check ${check}`,
      ].flat()
      const wrapped = over === undefined ? found : runOver(found, await Promise.all(over.map(loadWrappers)))
      const experiment = { ...wrapped, seed, ...(check && { check }) }
      exit(await runSweep(experiment, words.join(' '), options, typed))
    })
