import type { Command } from 'commander'
import { loadExperiment } from '../../experiments/index.ts'
import { addSweepOptions, type SweepOptions } from '../options/run-options.ts'
import { integerOption } from '../options/specs.ts'
import { runSweep } from '../sweeps/run-sweep.ts'
import { type CommandBuilder, examples } from './command.ts'

export const runCommand: CommandBuilder = (command, exit) =>
  addSweepOptions(command)
    .argument('<experiment>', 'a stock experiment (see admissible list experiments), or a file: ./mine.ts')
    .option(
      '--seed <seed>',
      'another root of all randomness than the experiment’s own',
      integerOption('seed', 0),
    )
    .addHelpText(
      'after',
      examples(
        'admissible run quickstart',
        'admissible run ring-election --workers 4 --out results/tonight',
        'admissible run ./my-experiment.ts --dry-run',
      ),
    )
    .action(async (nameOrPath: string, options: SweepOptions & { seed?: number }, typed: Command) => {
      const found = await loadExperiment(nameOrPath)
      const { seed = found.seed, check } = options
      const words = [
        `admissible run ${nameOrPath}`,
        seed === found.seed ? [] : `--seed ${seed}`,
        check === undefined ? [] : `--check ${check}`,
      ].flat()
      const experiment = { ...found, seed, ...(check && { check }) }
      exit(await runSweep(experiment, words.join(' '), options, typed))
    })
