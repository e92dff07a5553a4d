import { type Cell, deriveSeed, topologies } from '../engine/index.ts'
import type { Experiment } from './experiment.ts'

/**
 * All cells of an experiment. The order is that of nested loops, the last the fastest: algorithm, timing, topology,
 * n, delay, wake-up, inputs, replicate; each in the order of its list.
 *
 * In the synchronous timing there are no delays, so each point stands there once, with delay ''. A topology that
 * is read from a file has its own size, so it stands there once, with n = 0. The seed depends on the root seed,
 * the topology, n and the replicate alone: another size or algorithm more changes no other cell.
 */
export function cellsOf(experiment: Experiment): Cell[] {
  const cells: Cell[] = []
  const { seed } = experiment
  for (const { name: algorithm } of experiment.algorithms)
    for (const timing of experiment.timings)
      for (const topology of experiment.topologies)
        for (const n of sizesOf(experiment, topology))
          for (const delay of timing === 'synchronous' ? [''] : experiment.delays)
            for (const wakeup of experiment.wakeups)
              for (const inputs of experiment.inputs)
                for (let replicate = 0; replicate < experiment.replicates; replicate++)
                  cells.push({
                    algorithm,
                    timing,
                    topology,
                    n,
                    delay,
                    wakeup,
                    faults: 'none',
                    inputs,
                    replicate,
                    seed: deriveSeed(seed, topology, n, replicate),
                  })
  return cells
}

/** The sizes at which a topology is built; 0 stands for the size of the file. */
export function sizesOf(experiment: Experiment, topology: string): readonly number[] {
  return topologies.parse(topology).entry.fixedSize ? [0] : experiment.sizes
}
