import type { Unnamed } from '../claims/parametrised.ts'
import { InputError } from '../errors.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import { type AnySharedAlgorithm, isShared } from '../shared-memory/index.ts'
import { runsInRoundsOnly } from '../simulation/machine/requirements.ts'
import { Catalogue } from '../specs/catalogue.ts'
import type { Entry, ParameterValues } from '../specs/entry.ts'

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
}

/** Makes an algorithm for shared memory into one that passes messages. */
export interface SharedWrapperFamily extends Omit<WrapperFamily, 'takes' | 'problem' | 'wrap'> {
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
  const { name } = wrapper
  const inner = algorithm.name
  if (wrapper.takes !== 'shared memory') {
    if (isShared(algorithm))
      throw new InputError(
        `${name} wraps algorithms of the ${wrapper.takes} model; ${inner} is for shared memory${wrapper.takes === 'asynchronous' ? ` (put a memory made of messages between, as in abd+${name})` : ''}`,
      )
    assertWraps(wrapper, algorithm)
    return wrapper.wrap(algorithm, values)
  }
  if (!isShared(algorithm))
    throw new InputError(`${name} wraps algorithms for shared memory; ${inner} passes messages`)
  assertNoProblem(name, inner, wrapper.problem?.(algorithm) ?? null)
  return wrapper.wrap(algorithm, values)
}

/** Throws an InputError unless a wrapper can wrap an algorithm that passes messages. */
function assertWraps(wrapper: WrapperFamily, algorithm: AnyAlgorithm): void {
  const { name, takes } = wrapper
  const inner = algorithm.name
  if (takes === 'asynchronous' && runsInRoundsOnly(algorithm))
    throw new InputError(
      `${name} wraps algorithms of the asynchronous model; ${inner} runs in rounds only (put a synchronizer between, as in alpha+${name})`,
    )
  if (takes === 'synchronous' && (algorithm.service !== undefined || algorithm.requires.clocks))
    throw new InputError(
      `${name} wraps algorithms of the synchronous model; ${inner} ${algorithm.service ? 'offers a service' : 'reads clocks'}, which has no rounds`,
    )
  assertNoProblem(name, inner, wrapper.problem?.(algorithm) ?? null)
}

function assertNoProblem(name: string, inner: string, problem: string | null): void {
  if (problem !== null) throw new InputError(`${name} does not wrap ${inner}: ${problem}`)
}
