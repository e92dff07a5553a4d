import type { AnyAlgorithm, Claims, StabilisingAlgorithm, StabilisingMeasure } from '../../../engine/index.ts'
import { Shells } from '../shells.ts'

/** The column of runs.csv that a measure has. */
export const stabilisingColumn = (measure: StabilisingMeasure): string => `stabilisation_${measure}`

const shells = new Shells<StabilisingAlgorithm>(({ claims }) => ({
  claims: Object.fromEntries(
    Object.entries(claims).map(([measure, claim]) => [
      `column:${stabilisingColumn(measure as StabilisingMeasure)}`,
      claim,
    ]),
  ) as Claims,
  columns: Object.fromEntries(
    (['steps', 'moves'] as const).map((measure) => [
      stabilisingColumn(measure),
      `${measure} until a configuration is legitimate`,
    ]),
  ),
}))

/** A self-stabilising algorithm as grids, tables and reports see it. */
export const stabilisingShell = (algorithm: StabilisingAlgorithm): AnyAlgorithm => shells.of(algorithm)

/** The self-stabilising algorithm in a shell; null if there is none. */
export const stabilisingIn = (algorithm: AnyAlgorithm): StabilisingAlgorithm | null => shells.in(algorithm)
