import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithmFamilies, algorithms as alone } from '../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  type Cell,
  type Execution,
  execute,
  innerView,
  over,
  prepareCell,
} from '../../engine/index.ts'
import { networksFor } from '../helpers/catalogue.ts'
import { cellOf, runCell, violations } from '../helpers/run.ts'

/** Seeds for each algorithm, synchronizer and network; ADMISSIBLE_LAW_SEEDS=100 runs more of them. */
const seeds = Number(process.env.ADMISSIBLE_LAW_SEEDS ?? 2)

const synchronizers = [
  ...['simple', 'alpha', 'gamma', 'gamma:K=3'],
  ...['beta', 'beta:tree=spanning-tree-flood', 'beta:tree=dfs-tree-root'],
]

const families = ['ring', 'torus', 'gnp', 'random-tree', 'complete', 'star', 'hypercube', 'path']

/**
 * All that run in rounds: with a service or clocks, nothing does. What stabilises is stopped by what all show after a round;
 * over a synchronizer they are in different rounds.
 */
const synchronous = [...alone, ...algorithmFamilies.map((family) => family.with(''))].filter(
  ({ service, requires, stabilises }) =>
    service === undefined && requires.clocks === undefined && stabilises === undefined,
)

/** A network of each of six families on which the algorithm runs, in various sizes. */
function networks(algorithm: AnyAlgorithm): { readonly topology: string; readonly n: number }[] {
  const found = networksFor(algorithm, [9, 8, 6, 4])
  const named = families.flatMap((family, i) => {
    const members = found.filter(({ topology }) => topology === family)
    return members.length === 0 ? [] : [members[i % members.length]!]
  })
  return [...named, ...found].slice(0, 6)
}

/** The algorithm in rounds, where all wake together. */
function inRounds(algorithm: AnyAlgorithm, cell: Cell): Execution {
  const { instance } = prepareCell(
    algorithm,
    { ...cell, timing: 'synchronous', delay: null, wakeup: 'all' },
    () => '',
  )
  return execute(algorithm, instance, { kind: 'synchronous' }, { seed: cell.seed })
}

/** What is left behind in the end: states, and who has terminated. */
const leftBehind = (final: Execution['final']): string =>
  JSON.stringify(final.states.map((state, p) => [state, final.terminated(p)]))

const delays = ['uniform', 'constant', 'bimodal', 'per-link', 'last-in-first-out']

for (const algorithm of synchronous)
  test(`${algorithm.name}: over every synchronizer, every processor ends in the state of the synchronous model, and all claims hold`, (t) => {
    let runs = 0
    for (const [index, { topology, n }] of networks(algorithm).entries())
      for (let seed = 0; seed < seeds; seed++) {
        const at = (seed * 7 + index) % delays.length
        const cell = cellOf(algorithm, {
          topology,
          n,
          seed,
          timing: 'asynchronous',
          delay: delays[at]!,
          wakeup: (seed + index) % 3 === 0 ? 'staggered' : 'all',
        })
        const expected = inRounds(algorithm, cell)
        for (const synchronizer of synchronizers) {
          const wrapped = over(algorithm, synchronizer)
          const judged = runCell(wrapped, cell)
          runs++
          const place = `${wrapped.name}: ${JSON.stringify(cell)}`
          assert.deepEqual(violations(judged), [], place)
          const { final, measures } = judged.execution
          assert.equal(leftBehind(innerView(final)), leftBehind(expected.final), place)
          if (algorithm.stopWhen === undefined && synchronizer !== 'simple')
            assert.equal(measures.messagesByType.carried, expected.measures.messages, place)
        }
      }
    t.diagnostic(`${runs} runs`)
  })
