import { InputError } from '../../errors.ts'
import type { ComputedInstance } from '../../instance.ts'
import { combinations } from '../instances/permutations.ts'
import type { FaultModel } from './fault-model.ts'
import type { Beginning } from './fault-search.ts'
import { liarSets } from './liar-sets.ts'

/** A beginning, the place of its inputs among all, all inputs that begin alike, and for how many it stands. */
export interface Placed extends Beginning {
  readonly place: number
  readonly inputs: readonly (readonly number[])[]
  readonly ways: number
}

/**
 * All inputs, by default of zeros and ones, with all sets of liars, the fewest first. Inputs that differ only in those of
 * liars begin alike. Throws an InputError if some have the wrong length.
 */
export function beginningsOf(
  { network, values: own }: ComputedInstance,
  { kind, most }: FaultModel,
  inputs: readonly (readonly number[])[] | undefined,
): Placed[] {
  const bits = Array.from({ length: network.n }, () => [0, 1])
  const vectors = inputs ?? [...combinations(bits)]
  if (vectors.some((values) => values.length !== own.length))
    throw new InputError(`every input vector must have ${own.length} values, one for each processor`)
  const sets = kind === 'byzantine' ? liarSets(network.n, most) : [[]]
  return sets.flatMap((liars) => {
    const alike = new Map<string, Placed>()
    for (const [place, values] of vectors.entries()) {
      const text = values.map((value, p) => (liars.includes(p) ? '' : value)).join()
      const known = alike.get(text) ?? { values, liars, place, inputs: [], ways: 0 }
      alike.set(text, { ...known, inputs: [...known.inputs, values], ways: known.ways + 1 })
    }
    return [...alike.values()]
  })
}
