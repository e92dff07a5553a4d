import { type Point, parametersAt, variedParameters } from '../../experiments/cell/index.ts'
import { remembered } from '../remembered.ts'
import type { Results } from './groups.ts'

/** The parameters that a sweep varies, such as topology_degree, and their values at a point of it. */
export interface SweptParameters {
  readonly names: readonly string[]
  readonly of: (point: Point) => (number | string | null)[]
}

export const noneSwept: SweptParameters = { names: [], of: () => [] }

/** The parameters that the sampled runs vary, by the names of their columns in runs.csv. */
export const swept = remembered(({ groups, manifest: { algorithms } }: Results): SweptParameters => {
  const names = variedParameters(
    groups.map(({ key }) => key),
    algorithms,
  )
  return {
    names,
    of(point) {
      const values = parametersAt(point, algorithms)
      return names.map((name) => values[name] ?? null)
    },
  }
})
