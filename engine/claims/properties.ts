/** How properties are written: `eventually(everyProcessor((state) => state.informed, 'is informed'))`. */
import type { After, ConfigurationView, Finding, Property } from '../model/index.ts'

/** A check of a configuration; those below also have an incremental form. */
export interface Check<S extends object> {
  (configuration: ConfigurationView<S>): Finding
  readonly follow?: (configuration: ConfigurationView<S>) => After
}

/**
 * Safety: holds in every configuration of every execution. `after` checks the configuration that an event of one
 * processor has led to, given that the one before was safe; it makes the check of long executions fast.
 */
export function always<S extends object>(
  check: Check<S>,
  { after }: { after?: (configuration: ConfigurationView<S>, processor: number) => Finding } = {},
): Property<S> {
  const follow =
    after === undefined
      ? check.follow
      : (configuration: ConfigurationView<S>) => (processor: number) => after(configuration, processor)
  return follow === undefined ? { kind: 'safety', check } : { kind: 'safety', check, follow }
}

/** Liveness: holds in the final configuration of every admissible execution. */
export const eventually = <S extends object>(check: Check<S>): Property<S> => ({ kind: 'liveness', check })

/** Every state satisfies the predicate; `text` completes the sentence “p_3 …”, such as “knows the leader”. */
export const everyProcessor = <S extends object>(
  predicate: (state: S, processor: number) => boolean,
  text: string,
): Check<S> =>
  counting(
    ({ states }) => {
      const exception = states.findIndex((state, processor) => !predicate(state, processor))
      return exception < 0 || `not every processor ${text}: p_${exception} does not`
    },
    (state, processor) => !predicate(state, processor),
    0,
    0,
  )

/** Between `least` and `most` states satisfy the predicate; `text` names such a processor, as “leader”. */
const count = <S extends object>(
  least: number,
  most: number,
  predicate: (state: S) => boolean,
  text: string,
): Check<S> =>
  counting(
    ({ states }) => {
      const found: number[] = []
      for (let p = 0; p < states.length; p++) if (predicate(states[p]!)) found.push(p)
      if (found.length >= least && found.length <= most) return true
      const named = found.slice(0, 3).map((p) => `p_${p}`)
      return `${text}: ${found.length}${found.length > 0 ? ` (${named.join(', ')}${found.length > 3 ? ' …' : ''})` : ''}`
    },
    predicate,
    least,
    most,
  )

/** The check with its incremental form: it keeps count of the states that satisfy the predicate. */
function counting<S extends object>(
  check: (configuration: ConfigurationView<S>) => Finding,
  predicate: (state: S, processor: number) => boolean,
  least: number,
  most: number,
): Check<S> {
  const follow = (configuration: ConfigurationView<S>): After => {
    const { states } = configuration
    const satisfies = new Uint8Array(states.length)
    let found = 0
    for (let p = 0; p < states.length; p++) if (predicate(states[p]!, p)) found += satisfies[p] = 1
    return (processor) => {
      const now = predicate(states[processor]!, processor) ? 1 : 0
      const change = now - satisfies[processor]!
      // As mostly: what was safe before is so now.
      if (change === 0) return true
      found += change
      satisfies[processor] = now
      return (found >= least && found <= most) || check(configuration)
    }
  }
  return Object.assign(check, { follow })
}

/** Checks that the predicate holds of the state of at most one processor. */
export const atMostOne = <S extends object>(predicate: (state: S) => boolean, text: string): Check<S> =>
  count(0, 1, predicate, text)

/** Checks that the predicate holds of the state of exactly one processor. */
export const exactlyOne = <S extends object>(predicate: (state: S) => boolean, text: string): Check<S> =>
  count(1, 1, predicate, text)
