import { InputError } from '../errors.ts'
import { ComputedInstance } from '../instance.ts'
import type { AnyAlgorithm, Instance } from '../model/index.ts'
import { execute } from '../simulation/execute.ts'
import type { Graph } from '../topology/graph.ts'

/** Who sends more in rounds, or takes more of them, is taken to have no end. */
const most = { messages: 1e8, time: 1e6 }

const taken = new WeakMap<Instance, Map<AnyAlgorithm, Map<number, number>>>()

/**
 * How many rounds an algorithm takes in the synchronous model where all processors wake together, with these coins. It is run
 * to see. Throws an InputError if it does not come to an end there.
 */
export function roundsTaken(algorithm: AnyAlgorithm, instance: Instance, seed: number): number {
  const byAlgorithm = taken.get(instance) ?? new Map<AnyAlgorithm, Map<number, number>>()
  taken.set(instance, byAlgorithm)
  const bySeed = byAlgorithm.get(algorithm) ?? new Map<number, number>()
  byAlgorithm.set(algorithm, bySeed)
  const known = bySeed.get(seed) ?? count(algorithm, instance, seed)
  bySeed.set(seed, known)
  return known
}

function count(algorithm: AnyAlgorithm, instance: Instance, seed: number): number {
  const { root, ids, values, fields, weights } = instance
  const together = new ComputedInstance(instance.network as Graph, { root, ids, values, fields, weights })
  const { outcome, rounds } = execute(
    algorithm,
    together,
    { kind: 'synchronous' },
    { seed, check: 'final', budget: most },
  )
  if (outcome.kind === 'terminated' || outcome.kind === 'quiescent') return rounds!
  const why = 'reason' in outcome ? outcome.reason : ''
  throw new InputError(
    `${algorithm.name} does not come to an end in rounds, so nobody knows how many to go through (${why}); give their number, as in alpha:rounds=20`,
  )
}
