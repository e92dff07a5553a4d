import {
  type AnyAlgorithm,
  type AnySharedAlgorithm,
  type Claims,
  counts,
  isAboutChance,
  isSharedObject,
  operationNames,
} from '../../../engine/index.ts'
import { Shells } from '../shells.ts'
import { columnMeasure, sharedColumn } from './column-names.ts'

const shells = new Shells<AnySharedAlgorithm>((algorithm) => ({
  claims: Object.fromEntries(
    Object.entries(algorithm.claims ?? {}).flatMap(([measure, claim]) =>
      // What is claimed of all runs together is no column of one.
      isAboutChance(measure) ? [] : [[columnMeasure(measure), claim]],
    ),
  ) as Claims,
  columns: Object.fromEntries(
    measuresOf(algorithm).map((measure) => [
      sharedColumn(measure),
      `${measure.replaceAll('-', ' ')} in shared memory`,
    ]),
  ),
}))

/** An algorithm for shared memory as grids, tables and reports see it. */
export const shellOf = (algorithm: AnySharedAlgorithm): AnyAlgorithm => shells.of(algorithm)

/** The algorithm for shared memory in a shell; null if the algorithm is none. */
export const insideOf = (algorithm: AnyAlgorithm): AnySharedAlgorithm | null => shells.in(algorithm)

/** What is measured of a lock, or of an object. */
function measuresOf(algorithm: AnySharedAlgorithm): readonly string[] {
  const kinds = isSharedObject(algorithm) ? operationNames(algorithm) : []
  const of = isSharedObject(algorithm)
    ? ['operation', 'solo', ...kinds, ...kinds.map((kind) => `solo-${kind}`)]
    : ['passage', 'solo']
  const costs = of.flatMap((one) => counts.map((count) => `${one}:${count}`))
  return [...costs, ...(isSharedObject(algorithm) ? [] : ['bypass']), 'variables', 'bits']
}
