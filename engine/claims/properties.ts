/** How properties are written: `eventually(everyProcessor((state) => state.informed, 'is informed'))`. */
import type { ConfigurationView, Finding, Property } from '../model/index.ts'

type Check<S extends object> = (configuration: ConfigurationView<S>) => Finding

/** Safety: holds in every configuration of every execution. */
export const always = <S extends object>(check: Check<S>): Property<S> => ({ kind: 'safety', check })

/** Liveness: holds in the final configuration of every admissible execution. */
export const eventually = <S extends object>(check: Check<S>): Property<S> => ({ kind: 'liveness', check })

/** Every state satisfies the predicate; `text` completes the sentence “p_3 …”, such as “knows the leader”. */
export const everyProcessor =
  <S extends object>(predicate: (state: S, processor: number) => boolean, text: string): Check<S> =>
  ({ states }) => {
    const exception = states.findIndex((state, processor) => !predicate(state, processor))
    return exception < 0 || `not every processor ${text}: p_${exception} does not`
  }

/** Between `least` and `most` states satisfy the predicate; `text` names such a processor, as “leader”. */
const count =
  <S extends object>(least: number, most: number, predicate: (state: S) => boolean, text: string): Check<S> =>
  ({ states }) => {
    const found: number[] = []
    for (let p = 0; p < states.length; p++) if (predicate(states[p]!)) found.push(p)
    if (found.length >= least && found.length <= most) return true
    const named = found.slice(0, 3).map((p) => `p_${p}`)
    return `${text}: ${found.length}${found.length > 0 ? ` (${named.join(', ')}${found.length > 3 ? ' …' : ''})` : ''}`
  }

/** Checks that the predicate holds of the state of at most one processor. */
export const atMostOne = <S extends object>(predicate: (state: S) => boolean, text: string): Check<S> =>
  count(0, 1, predicate, text)

/** Checks that the predicate holds of the state of exactly one processor. */
export const exactlyOne = <S extends object>(predicate: (state: S) => boolean, text: string): Check<S> =>
  count(1, 1, predicate, text)
