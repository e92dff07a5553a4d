import { type AnyAlgorithm, assertClaims, InputError } from '../../../engine/index.ts'
import { columnProblem, typeProblem } from './columns.ts'
import { formProblem } from './form.ts'
import { requirementProblem } from './requirements.ts'
import { serviceProblem } from './service.ts'

/**
 * Throws unless an object is an algorithm of which nothing would be ignored: its keys, requirements, columns and claims
 * all mean something. The InputError leads with the place: `algorithm mine: requires.roots: …`.
 */
export function assertAlgorithm(value: object): asserts value is AnyAlgorithm {
  const { name } = value as { readonly name?: unknown }
  const fail = (problem: string | null, key = '') => {
    if (problem === null) return
    throw new InputError(
      `algorithm${typeof name === 'string' && name !== '' ? ` ${name}` : ''}: ${key}${problem}`,
    )
  }
  fail(formProblem(value))
  const algorithm = value as AnyAlgorithm
  fail(requirementProblem(algorithm.requires), 'requires.')
  fail(columnProblem(algorithm), 'columns.')
  fail(typeProblem(algorithm), 'uponReceiving.')
  fail(serviceProblem(algorithm), 'uponInvoking.')
  assertClaims(algorithm)
}
