/** Checks that look at each processor and its neighbours, shared by the algorithms of this folder. */
import {
  always,
  type Check,
  type ConfigurationView,
  type Finding,
  type Property,
} from '../../engine/index.ts'

/** A check of one processor and its neighbours. */
type LocalCheck<S extends object> = (configuration: ConfigurationView<S>, processor: number) => Finding

/** The same of all processors. */
export const everywhere =
  <S extends object>(check: LocalCheck<S>): Check<S> =>
  (configuration) => {
    for (let p = 0; p < configuration.states.length; p++) {
      const found = check(configuration, p)
      if (found !== true) return found
    }
    return true
  }

/** Safety that only an event of the processor or of a neighbour can break: what is looked at must be mutual. */
export const alwaysEverywhere = <S extends object>(check: LocalCheck<S>): Property<S> =>
  always(everywhere(check), { after: check })

/** A neighbour of p whose state satisfies the predicate; −1 if there is none. */
export function neighborThat<S extends object>(
  { instance: { network }, states }: ConfigurationView<S>,
  p: number,
  predicate: (state: S) => boolean,
): number {
  for (let channel = 0; channel < network.degree(p); channel++) {
    const q = network.neighbor(p, channel)
    if (predicate(states[q]!)) return q
  }
  return -1
}
