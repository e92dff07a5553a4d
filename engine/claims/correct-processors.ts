/**
 * How properties are written under faults: `eventually(everyCorrectProcessor((state) => state.decided !== null, 'decides'))`.
 * They speak of the correct processors; those of all processors, such as `everyProcessor`, are the uniform ones.
 */
import type { After, ConfigurationView, Finding } from '../model/index.ts'
import { type Check, everyProcessor } from './properties.ts'

/** Whether a processor is faulty in an execution; where there are no faults, none is. */
export const isFaulty = (configuration: Pick<ConfigurationView, 'faulty'>, processor: number): boolean =>
  configuration.faulty?.(processor) === true

/** The state of every correct processor satisfies the predicate; `text` completes the sentence “p_3 …”. */
export function everyCorrectProcessor<S extends object>(
  predicate: (state: S, processor: number) => boolean,
  text: string,
): Check<S> {
  const check = (configuration: ConfigurationView<S>): Finding => {
    const exception = configuration.states.findIndex(
      (state, processor) => !isFaulty(configuration, processor) && !predicate(state, processor),
    )
    return exception < 0 || `not every correct processor ${text}: p_${exception} does not`
  }
  const follow = (configuration: ConfigurationView<S>): After =>
    everyProcessor<S>((state, p) => isFaulty(configuration, p) || predicate(state, p), text).follow!(
      configuration,
    )
  return Object.assign(check, { follow })
}

/**
 * No two correct processors come to different values; `read` gives null as long as a processor has come to none. `text`
 * says what they do: “decide”.
 */
export const correctProcessorsAgree = <S extends object>(
  read: (state: S) => number | string | null,
  text: string,
): Check<S> => agreeing(read, text, (configuration, p) => !isFaulty(configuration, p), 'correct processors')

/** No two processors come to different values, not even those that fail later. */
export const processorsAgree = <S extends object>(
  read: (state: S) => number | string | null,
  text: string,
): Check<S> => agreeing(read, text, () => true, 'processors')

function agreeing<S extends object>(
  read: (state: S) => number | string | null,
  text: string,
  concerns: (configuration: ConfigurationView<S>, processor: number) => boolean,
  who: string,
): Check<S> {
  /** One who has come to a value; −1 if none has. */
  const firstOf = (configuration: ConfigurationView<S>): number =>
    configuration.states.findIndex((state, p) => read(state) !== null && concerns(configuration, p))
  const check = (configuration: ConfigurationView<S>): Finding => {
    const { states } = configuration
    const first = firstOf(configuration)
    if (first < 0) return true
    const value = read(states[first]!)
    const other = states.findIndex((state, p) => {
      const own = read(state)
      return own !== null && own !== value && concerns(configuration, p)
    })
    return (
      other < 0 ||
      `${who} do not ${text} the same: p_${first} has ${value}, p_${other} has ${read(states[other]!)}`
    )
  }
  const follow = (configuration: ConfigurationView<S>): After => {
    const { states } = configuration
    let first = firstOf(configuration)
    return (processor) => {
      const value = read(states[processor]!)
      if (value === null || !concerns(configuration, processor)) {
        if (processor === first) first = firstOf(configuration)
        return true
      }
      if (processor === first) return check(configuration)
      if (first < 0) first = processor
      return value === read(states[first]!) || check(configuration)
    }
  }
  return Object.assign(check, { follow })
}
