import { type Cell, deriveSeed, type Evidence, runsInRoundsOnly } from '../../engine/index.ts'
import { worstSizes } from '../cell/index.ts'
import type { Experiment } from '../definition/experiment.ts'
import { allPoints, type Grid, pointsOf } from './points.ts'

/**
 * All cells of an experiment: those that are sampled, then those whose worst case is searched for, then those on which
 * the proof of a lower bound is carried out, then those whose worst case is found exactly. Each part is in the order of
 * nested loops, the last the fastest: algorithm, timing, topology, n, delay, wake-up, inputs, clocks, workload, weights, replicate; each
 * in the order of its list. Of lists that are zipped, the items at the same place go together; points that do not
 * satisfy `where` are left out.
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
function block(grid: Grid): Cell[] {
  const { seed, replicates } = grid
  return pointsOf(grid).flatMap((point) =>
    Array.from(
      { length: replicates },
      (_, replicate): Cell => ({
        algorithm: point.algorithm,
        timing: point.timing,
        topology: point.topology,
        n: point.n,
        delay: point.delay,
        wakeup: point.wakeup,
        faults: 'none',
        inputs: point.inputs,
        ...(point.weights !== undefined && { weights: point.weights }),
        ...(point.clocks !== undefined && { clocks: point.clocks }),
        ...(point.workload !== undefined && { workload: point.workload }),
        replicate,
        seed: deriveSeed(seed, point.topology, point.n, replicate),
      }),
    ),
  )
}

/** What of the grid is left out, and why, in words; empty if nothing is. */
export function leftOut(experiment: Experiment): string[] {
  return [...leftOutByWhere(experiment), ...leftOutByRounds(experiment)]
}

function leftOutByWhere(experiment: Experiment): string[] {
  const { where = [] } = experiment
  if (where.length === 0) return []
  const all = allPoints(experiment).length
  const gone = all - pointsOf(experiment).length
  return gone === 0
    ? [`all points of the grid satisfy ${where.join(' and ')}`]
    : [`${gone} of ${all} points of the grid are left out: those where ${where.join(' and ')} does not hold`]
}

/** What is left out because no algorithm could run there. */
function leftOutByRounds({ algorithms, timings, worstCases }: Experiment): string[] {
  if (!timings.includes('asynchronous')) return []
  const { except = [] } = worstCases
  const worst = worstSizes(worstCases).length > 0
  return algorithms.filter(runsInRoundsOnly).map(({ name }) => {
    const what =
      worst && !except.includes(name) ? 'asynchronous cells and its worst cases' : 'asynchronous cells'
    return `${name} runs in rounds only; its ${what} are left out`
  })
}
