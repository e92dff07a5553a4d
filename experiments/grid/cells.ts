import {
  type AnyAlgorithm,
  type Cell,
  deriveSeed,
  type Evidence,
  runsInRoundsOnly,
  topologies,
} from '../../engine/index.ts'
import { type AlgorithmData, worstSizes } from '../cell/index.ts'
import type { Experiment } from '../definition/experiment.ts'

/** What a grid depends on; of the algorithms, only the names, and which run in rounds only. */
type Grid = Omit<Experiment, 'algorithms'> & {
  readonly algorithms: readonly (AnyAlgorithm | Pick<AlgorithmData, 'name' | 'roundsOnly'>)[]
}

/**
 * All cells of an experiment: those that are sampled, then those whose worst case is searched for, then those on which
 * the proof of a lower bound is carried out, then those whose worst case is found exactly. Each part is in the order of
 * nested loops, the last the fastest: algorithm, timing, topology, n, delay, wake-up, inputs, weights,
 * replicate; each in the order of its list.
 *
 * An algorithm that runs in rounds only has no asynchronous cells, and so no worst cases.
 *
 * In the synchronous timing there are no delays, so each point stands there once, without delays; and so it is for worst
 * cases, where an adversary chooses what happens next. A topology that is read from a file has its own size, so it
 * stands there once, with n = 0. The seed depends on the root seed, the topology, n and the replicate alone: another
 * size or algorithm more changes no other cell.
 */
export function cellsOf(experiment: Grid): Cell[] {
  const { searched, forced, exact, replicates, except = [] } = experiment.worstCases
  const algorithms = experiment.algorithms.filter(({ name }) => !except.includes(name))
  const worst = { ...experiment, algorithms, timings: ['asynchronous'] as const, delays: [null], replicates }
  const part = (sizes: readonly number[], evidence: Exclude<Evidence, 'sampled'>) =>
    block({ ...worst, sizes }).map((cell) => ({ ...cell, evidence }))
  return [
    ...block(experiment),
    ...(searched === null ? [] : part(searched.sizes, 'searched')),
    ...(forced === null ? [] : part(forced.sizes, 'forced')),
    ...(exact === null ? [] : part(exact.sizes, 'exact')),
  ]
}

/** The cells of one kind of evidence. */
function block(experiment: Omit<Grid, 'delays'> & { readonly delays: readonly Cell['delay'][] }): Cell[] {
  const cells: Cell[] = []
  const { seed } = experiment
  for (const one of experiment.algorithms)
    for (const timing of timingsOf(experiment, one))
      for (const topology of experiment.topologies)
        for (const n of sizesOf(experiment, topology))
          for (const delay of timing === 'synchronous' ? [null] : experiment.delays)
            for (const wakeup of experiment.wakeups)
              for (const inputs of experiment.inputs)
                for (const weights of experiment.weights ?? [undefined])
                  for (let replicate = 0; replicate < experiment.replicates; replicate++)
                    cells.push({
                      algorithm: one.name,
                      timing,
                      topology,
                      n,
                      delay,
                      wakeup,
                      faults: 'none',
                      inputs,
                      ...(weights !== undefined && { weights }),
                      replicate,
                      seed: deriveSeed(seed, topology, n, replicate),
                    })
  return cells
}

/** The timings of an experiment that an algorithm can have. */
function timingsOf({ timings }: Pick<Grid, 'timings'>, one: Grid['algorithms'][number]) {
  const roundsOnly = 'requires' in one ? runsInRoundsOnly(one) : one.roundsOnly === true
  return roundsOnly ? timings.filter((timing) => timing === 'synchronous') : timings
}

/** What of the grid is left out because no algorithm could run there, in words; empty if nothing is. */
export function leftOut({ algorithms, timings, worstCases }: Experiment): string[] {
  if (!timings.includes('asynchronous')) return []
  const { except = [] } = worstCases
  const worst = worstSizes(worstCases).length > 0
  return algorithms.filter(runsInRoundsOnly).map(({ name }) => {
    const what =
      worst && !except.includes(name) ? 'asynchronous cells and its worst cases' : 'asynchronous cells'
    return `${name} runs in rounds only; its ${what} are left out`
  })
}

/** The sizes at which a topology is built; 0 stands for the size of the file. */
export function sizesOf({ sizes }: Pick<Experiment, 'sizes'>, topology: string): readonly number[] {
  return topologies.parse(topology).entry.fixedSize ? [0] : sizes
}
