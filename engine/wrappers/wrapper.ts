import type { Unnamed } from '../claims/parametrised.ts'
import { InputError } from '../errors.ts'
import type { AnyAlgorithm } from '../model/index.ts'
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

/** The wrappers: those that the package brings, and those of users' own. */
export const wrappers = new Catalogue<WrapperFamily>('wrapper', [])

/** What the author of a wrapper says. */
export type WrapperDefinition = Omit<WrapperFamily, 'parameters'> & Partial<Pick<WrapperFamily, 'parameters'>>

/** Fills in what a definition leaves out. */
export const wrapperFamily = (given: WrapperDefinition): WrapperFamily => ({ parameters: {}, ...given })

/** Throws an InputError unless a wrapper can wrap an algorithm. */
export function assertWraps(wrapper: WrapperFamily, algorithm: AnyAlgorithm): void {
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
  const problem = wrapper.problem?.(algorithm) ?? null
  if (problem !== null) throw new InputError(`${name} does not wrap ${inner}: ${problem}`)
}
