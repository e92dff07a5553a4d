import { InputError } from '../errors.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import type { Random } from '../random.ts'
import { assertDistinct, parseIntegerList } from '../specs/integer-list.ts'
import { LARGEST } from './parse-inputs.ts'

/** The identifiers, by processor: 0 … n − 1 in some order, those that the algorithm declares, or a list. */
export function assignIdentifiers(
  rule: string,
  n: number,
  algorithm: AnyAlgorithm,
  stream: Random,
): Uint32Array {
  if (rule === 'random') return stream.permutation(n)
  if (rule === 'ascending') return Uint32Array.from({ length: n }, (_, p) => p)
  if (rule === 'descending') return Uint32Array.from({ length: n }, (_, p) => n - 1 - p)
  const ids =
    rule === 'best' || rule === 'worst'
      ? declaredIdentifiers(rule, n, algorithm)
      : parseIntegerList(rule, LARGEST, `inputs ids=${rule}`)
  if (ids.length !== n)
    throw new InputError(`inputs ids=${rule}: ${ids.length} identifiers for ${n} processors`)
  assertDistinct(ids, `inputs ids=${rule}`)
  return Uint32Array.from(ids)
}

function declaredIdentifiers(rule: 'best' | 'worst', n: number, algorithm: AnyAlgorithm): ArrayLike<number> {
  const ids = rule === 'best' ? algorithm.bestIdentifiers?.(n) : algorithm.worstIdentifiers?.(n)
  if (ids !== undefined) return ids
  throw new InputError(
    `inputs ids=${rule}: ${algorithm.name} declares no ${rule} identifiers; take random, ascending, descending or a list`,
  )
}
