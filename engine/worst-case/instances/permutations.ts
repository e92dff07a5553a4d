/** All orders of the items, in lexicographic order of places. The list that is yielded is a new one each time. */
export function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield []
  for (const [i, first] of items.entries())
    for (const rest of permutations([...items.slice(0, i), ...items.slice(i + 1)])) yield [first, ...rest]
}

/** One item of each list, in all ways, the last varying fastest. */
export function* combinations<T>(lists: readonly (readonly T[])[]): Generator<T[]> {
  const [first, ...rest] = lists
  if (first === undefined) yield []
  else for (const item of first) for (const others of combinations(rest)) yield [item, ...others]
}
