import type { ConfigurationView } from '../../engine/index.ts'

/** A sum over the states of all processors. */
export const sumOver = <S extends object>(
  { states }: ConfigurationView<S>,
  of: (state: S) => number,
): number => states.reduce((sum, state) => sum + of(state), 0)
