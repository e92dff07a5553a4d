import type { AnyAlgorithm, Claims, StabilisingAlgorithm, StabilisingMeasure } from '../../../engine/index.ts'

const shells = new WeakMap<StabilisingAlgorithm, AnyAlgorithm>()
const insides = new WeakMap<object, StabilisingAlgorithm>()

/** The column of runs.csv that a measure has. */
export const stabilisingColumn = (measure: StabilisingMeasure): string => `stabilisation_${measure}`

/**
 * A self-stabilising algorithm as grids, tables and reports see it: its name, and claims about columns of its rows. It
 * passes no messages; `runCell` runs what is inside.
 */
export function stabilisingShell(algorithm: StabilisingAlgorithm): AnyAlgorithm {
  const known = shells.get(algorithm)
  if (known !== undefined) return known
  const { name, title, summary, source, remarks, claims } = algorithm
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
      Object.entries(claims).map(([measure, claim]) => [
        `column:${stabilisingColumn(measure as StabilisingMeasure)}`,
        claim,
      ]),
    ) as Claims,
    columns: Object.fromEntries(
      (['steps', 'moves'] as const).map((measure) => [
        stabilisingColumn(measure),
        { description: `${measure} until a configuration is legitimate`, read: () => Number.NaN },
      ]),
    ),
  }
  shells.set(algorithm, shell)
  insides.set(shell, algorithm)
  return shell
}

/** The self-stabilising algorithm in a shell; null if there is none. */
export const stabilisingIn = (algorithm: AnyAlgorithm): StabilisingAlgorithm | null =>
  insides.get(algorithm) ?? null
