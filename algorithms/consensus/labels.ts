import { TooManyError } from '../../engine/index.ts'

/** A chain of processors, each of which passed a value on: places, no two of them the same. */
export type Label = readonly number[]

/** All labels of a length among n places that begin so, in lexicographic order. */
export function labelsOf(n: number, length: number, beginning: Label = []): readonly Label[] {
  if (length === beginning.length) return [beginning]
  return labelsOf(n, length - 1, beginning).flatMap((label) =>
    continuations(label, n).map((place) => [...label, place]),
  )
}

/** The places that can follow in a label. */
export const continuations = (label: Label, n: number): readonly number[] =>
  Array.from({ length: n }, (_, place) => place).filter((place) => !label.includes(place))

/** How many labels of a length there are: the falling factorial. */
export function labelCount(n: number, length: number): number {
  let count = 1
  for (let i = 0; i < length; i++) count *= n - i
  return count
}

/** A label as the key of an object. */
export const keyOf = (label: Label): string => label.join('.')

/** All lists of a length of some values, in lexicographic order of places. Throws a TooManyError above 10,000. */
export function allLists<T>(values: readonly T[], length: number): readonly (readonly T[])[] {
  if (values.length ** length > 10_000)
    throw new TooManyError(
      `a liar has ${values.length}^${length} things to say, which are too many to go through`,
    )
  if (length === 0) return [[]]
  return allLists(values, length - 1).flatMap((list) => values.map((value) => [...list, value]))
}
