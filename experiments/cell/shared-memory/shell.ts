import {
  type AnyAlgorithm,
  type AnySharedAlgorithm,
  type Claims,
  counts,
  isSharedObject,
  operationNames,
} from '../../../engine/index.ts'
import { columnMeasure, sharedColumn } from './column-names.ts'

const shells = new WeakMap<AnySharedAlgorithm, AnyAlgorithm>()
const insides = new WeakMap<object, AnySharedAlgorithm>()

/**
 * An algorithm for shared memory as grids, tables and reports see it: its name, and claims about columns of its rows. It
 * passes no messages; `runCell` runs what is inside.
 */
export function shellOf(algorithm: AnySharedAlgorithm): AnyAlgorithm {
  const known = shells.get(algorithm)
  if (known !== undefined) return known
  const { name, title, summary, source, remarks, claims = {} } = algorithm
  const shell: AnyAlgorithm = {
    name,
    ...(title !== undefined && { title }),
    ...(summary !== undefined && { summary }),
    ...(source !== undefined && { source }),
    ...(remarks !== undefined && { remarks }),
    requires: {},
    terminates: true,
    initially: () => ({}),
    uponReceiving: {},
    claims: Object.fromEntries(
      Object.entries(claims).map(([measure, claim]) => [columnMeasure(measure), claim]),
    ) as Claims,
    columns: Object.fromEntries(
      measuresOf(algorithm).map((measure) => [
        sharedColumn(measure),
        { description: `${measure.replaceAll('-', ' ')} in shared memory`, read: () => Number.NaN },
      ]),
    ),
  }
  shells.set(algorithm, shell)
  insides.set(shell, algorithm)
  return shell
}

/** The algorithm for shared memory in a shell; null if the algorithm is none. */
export const insideOf = (algorithm: AnyAlgorithm): AnySharedAlgorithm | null => insides.get(algorithm) ?? null

/** What is measured of a lock, or of an object. */
function measuresOf(algorithm: AnySharedAlgorithm): readonly string[] {
  const kinds = isSharedObject(algorithm) ? operationNames(algorithm) : []
  const of = isSharedObject(algorithm)
    ? ['operation', 'solo', ...kinds, ...kinds.map((kind) => `solo-${kind}`)]
    : ['passage', 'solo']
  const costs = of.flatMap((one) => counts.map((count) => `${one}:${count}`))
  return [...costs, ...(isSharedObject(algorithm) ? [] : ['bypass']), 'variables', 'bits']
}
