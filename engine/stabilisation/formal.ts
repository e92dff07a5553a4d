/** The definitions, literally: configurations are lists of states, and everything is computed anew in every step. */
import type { StabilisingSystem } from './system.ts'

/** What a processor's state would be after its move. */
export function formalNext(
  { algorithm, neighbors, k }: StabilisingSystem,
  states: readonly number[],
  i: number,
): number {
  const own = states[i]!
  return algorithm.next({ i, n: states.length, k, own, neighbors: neighbors[i]!.map((q) => states[q]!) })
}

/** The processors whose move would change their state. */
export const formalPrivileged = (system: StabilisingSystem, states: readonly number[]): number[] =>
  [...states.keys()].filter((i) => formalNext(system, states, i) !== states[i])

/** The configuration after these processors have moved, all from the configuration before. */
export const formalStep = (
  system: StabilisingSystem,
  states: readonly number[],
  movers: readonly number[],
): number[] => states.map((own, i) => (movers.includes(i) ? formalNext(system, states, i) : own))

/** Whether a configuration is legitimate. */
export const formalLegitimate = (system: StabilisingSystem, states: readonly number[]): boolean =>
  system.algorithm.isLegitimate({ states, privileged: formalPrivileged(system, states).length })
