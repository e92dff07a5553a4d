import { InputError } from '../errors.ts'
import type { Graph } from '../topology/graph.ts'
import type { StabilisingAlgorithm } from './model.ts'

/** Where an algorithm runs. */
export interface StabilisingSystem {
  readonly algorithm: StabilisingAlgorithm
  /** By processor, its neighbours in the order of its channels. */
  readonly neighbors: readonly (readonly number[])[]
  /** How many states each processor has. */
  readonly k: number
}

/** On a ring, everyone has the one before it and the one after it for neighbours. */
export const ringNeighbors = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => [(i + n - 1) % n, (i + 1) % n])

/** The neighbours in a network. */
export const neighborsIn = (graph: Graph): number[][] =>
  Array.from({ length: graph.n }, (_, p) =>
    Array.from({ length: graph.degree(p) }, (_, channel) => graph.neighbor(p, channel)),
  )

/** The system of an algorithm with so many processors, on a ring unless neighbours are given. Throws an InputError. */
export function stabilisingSystem(
  algorithm: StabilisingAlgorithm,
  n: number,
  { k = algorithm.values(n), neighbors }: { readonly k?: number; readonly neighbors?: number[][] } = {},
): StabilisingSystem {
  const { name, network, requires } = algorithm
  if (n < requires.sizeMin)
    throw new InputError(`${name} works with ${requires.sizeMin} processors or more, not with ${n}`)
  if (!Number.isInteger(k) || k < 2)
    throw new InputError(`${name}: everyone needs at least 2 states, not ${k}`)
  if (network === 'ring' && neighbors !== undefined)
    throw new InputError(`${name} runs on a ring, and on no other network`)
  return { algorithm, neighbors: neighbors ?? ringNeighbors(n), k }
}
