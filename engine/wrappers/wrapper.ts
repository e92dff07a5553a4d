import type { Unnamed } from '../claims/parametrised.ts'
import { InputError } from '../errors.ts'
import type { ComputedInstance } from '../instance.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import { type AnySharedAlgorithm, isShared, type SharedObject } from '../shared-memory/index.ts'
import { runsInRoundsOnly } from '../simulation/machine/requirements.ts'
import { Catalogue } from '../specs/catalogue.ts'
import type { Entry, ParameterValues } from '../specs/entry.ts'
import { isOnMemory } from './on-memory.ts'

/** Makes an algorithm for one model into one for another; with its parameters it is asked for as `gamma:K=3`. */
export interface WrapperFamily extends Entry {
  /**
   * What it takes: algorithms of the synchronous model, which are those written in rounds and, run in rounds, those driven
   * by messages; or algorithms of the asynchronous model.
   */
  readonly takes: 'synchronous' | 'asynchronous'
  readonly source?: string
  /** Why it cannot wrap an algorithm of that model: “counts messages, of which it has none”; null if it can. */
  problem?(algorithm: AnyAlgorithm): string | null
  /** The wrapped algorithm, but for what follows from the names of both: name, title, summary, source. */
  wrap(algorithm: AnyAlgorithm, values: ParameterValues): Unnamed<AnyAlgorithm>
  /**
   * Of a wrapper in which algorithms run on shared memory: the object, but for its name, by which the processors of an instance
   * do so; its states are `OnMemory`. What `wrap` gives then says what is required, claimed and seen of it. The seed is that of
   * the coins.
   */
  onMemory?(algorithm: AnyAlgorithm, instance: ComputedInstance, seed: number): SharedObject
}

/** Makes an algorithm for shared memory into one that passes messages. */
export interface SharedWrapperFamily extends Omit<WrapperFamily, 'takes' | 'problem' | 'wrap' | 'onMemory'> {
  readonly takes: 'shared memory'
  problem?(algorithm: AnySharedAlgorithm): string | null
  wrap(algorithm: AnySharedAlgorithm, values: ParameterValues): Unnamed<AnyAlgorithm>
}

export type AnyWrapperFamily = WrapperFamily | SharedWrapperFamily

/** The wrappers: those that the package brings, and those of users' own. */
export const wrappers = new Catalogue<AnyWrapperFamily>('wrapper', [])

/** What the author of a wrapper says. */
export type WrapperDefinition = Omit<WrapperFamily, 'parameters'> & Partial<Pick<WrapperFamily, 'parameters'>>

/** Fills in what a definition leaves out. */
export const wrapperFamily = (given: WrapperDefinition): WrapperFamily => ({ parameters: {}, ...given })

/** What comes of an algorithm in a wrapper. Throws an InputError unless the wrapper can wrap it. */
export function wrapIn(
  wrapper: AnyWrapperFamily,
  algorithm: AnyAlgorithm | AnySharedAlgorithm,
  values: ParameterValues,
): Unnamed<AnyAlgorithm> {
  const problem = problemOf(wrapper, algorithm)
  if (problem !== null) throw new InputError(problem + remedyFor(wrapper, algorithm))
  return wrapper.takes === 'shared memory'
    ? wrapper.wrap(algorithm as AnySharedAlgorithm, values)
    : wrapper.wrap(algorithm as AnyAlgorithm, values)
}

/** Why a wrapper cannot wrap an algorithm; null if it can. */
function problemOf(wrapper: AnyWrapperFamily, algorithm: AnyAlgorithm | AnySharedAlgorithm): string | null {
  const { name, takes } = wrapper
  const inner = algorithm.name
  if (isOnMemory(algorithm))
    return `${name} wraps algorithms that ${takes === 'shared memory' ? 'are written for shared memory' : 'pass messages'}; ${inner} runs on registers`
  if (wrapper.takes === 'shared memory') {
    if (isShared(algorithm)) return refused(wrapper.name, inner, wrapper.problem?.(algorithm))
    return `${name} wraps algorithms for shared memory; ${inner} passes messages`
  }
  const model = `${name} wraps algorithms of the ${takes} model; ${inner}`
  if (isShared(algorithm)) return `${model} is for shared memory`
  if (takes === 'asynchronous' && runsInRoundsOnly(algorithm)) return `${model} runs in rounds only`
  if (takes === 'synchronous' && algorithm.service) return `${model} offers a service, which has no rounds`
  if (takes === 'synchronous' && algorithm.requires.clocks)
    return `${model} reads clocks, which has no rounds`
  return refused(name, inner, wrapper.problem?.(algorithm))
}

const refused = (name: string, inner: string, problem: string | null = null): string | null =>
  problem === null ? null : `${name} does not wrap ${inner}: ${problem}`

/** What people can put between a wrapper and an algorithm for another model; empty if that would be refused, too. */
function remedyFor(wrapper: AnyWrapperFamily, algorithm: AnyAlgorithm | AnySharedAlgorithm): string {
  const { name, takes } = wrapper
  if (takes !== 'asynchronous' || isOnMemory(algorithm)) return ''
  const shared = isShared(algorithm)
  if (!shared && !runsInRoundsOnly(algorithm)) return ''
  const [what, between] = shared ? ['a memory made of messages', 'abd'] : ['a synchronizer', 'alpha']
  const { entry, values } = wrappers.parse(between)
  if (problemOf(entry, algorithm) !== null) return ''
  const made = { ...wrapIn(entry, algorithm, values), name: algorithm.name } as AnyAlgorithm
  return problemOf(wrapper, made) === null ? ` (put ${what} between, as in ${between}+${name})` : ''
}
