/** What a table holds. */
export type Value = string | number | boolean | null

/**
 * A column in the shortest of three forms: the values themselves; or the different values, and for each line the index
 * of its own; or these indices with how often each comes in succession: index, count, index, count …
 */
export type Packed =
  | readonly Value[]
  | { readonly of: readonly Value[]; readonly index: readonly number[] }
  | { readonly of: readonly Value[]; readonly runs: readonly number[] }

/** Packs a column into the form that takes the least JSON. */
export function pack(column: readonly Value[]): Packed {
  const indices = new Map([...new Set(column)].map((value, i) => [value, i]))
  const of = [...indices.keys()]
  const index = column.map((value) => indices.get(value)!)
  const runs: number[] = []
  for (const i of index) {
    if (runs.at(-2) === i) runs[runs.length - 1]!++
    else runs.push(i, 1)
  }
  const forms: readonly Packed[] = [column, { of, index }, { of, runs }]
  const sizes = forms.map((form) => JSON.stringify(form).length)
  return forms[sizes.indexOf(Math.min(...sizes))]!
}

/** The column again. */
export function unpack(packed: Packed): readonly Value[] {
  if ('index' in packed) return packed.index.map((i) => packed.of[i]!)
  if (!('runs' in packed)) return packed
  const { of, runs } = packed
  return runs.flatMap((count, i) => (i % 2 === 0 ? [] : new Array<Value>(count).fill(of[runs[i - 1]!]!)))
}
