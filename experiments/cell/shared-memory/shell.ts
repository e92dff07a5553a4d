import {
  type AnyAlgorithm,
  type Claims,
  counts,
  type SharedMeasure,
  type SharedMemoryAlgorithm,
} from '../../../engine/index.ts'

const shells = new WeakMap<SharedMemoryAlgorithm, AnyAlgorithm>()
const insides = new WeakMap<object, SharedMemoryAlgorithm>()

/**
 * An algorithm for shared memory as grids, tables and reports see it: its name, and claims about columns of its rows. It
 * passes no messages; `runCell` runs what is inside.
 */
export function shellOf(algorithm: SharedMemoryAlgorithm): AnyAlgorithm {
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
      Object.entries(claims).map(([measure, claim]) => [columnMeasure(measure as SharedMeasure), claim]),
    ) as Claims,
    columns: Object.fromEntries(
      measures.map((measure) => [
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
export const insideOf = (algorithm: AnyAlgorithm): SharedMemoryAlgorithm | null =>
  insides.get(algorithm) ?? null

const measures: readonly SharedMeasure[] = [
  ...counts.flatMap((count) => [`passage:${count}`, `solo:${count}`] as const),
  'bypass',
  'variables',
  'bits',
]

/** The column of runs.csv that a measure of shared memory has: passage_steps, remote_references_cc, bypass. */
export function sharedColumn(measure: SharedMeasure): string {
  if (measure === 'bits') return 'shared_bits'
  const [of, count] = measure.replaceAll('-', '_').split(':') as [string, string?]
  if (count === undefined || !/^(cc|dsm)/.test(count)) return measure.replace(':', '_')
  return `${of === 'solo' ? 'solo_' : ''}remote_references_${count}`
}

/** The same as what a claim is about. */
export const columnMeasure = (measure: SharedMeasure): `column:${string}` => `column:${sharedColumn(measure)}`
