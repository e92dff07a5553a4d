import { gmlTokens } from './gml-tokens.ts'
import { failAt, type Source } from './source.ts'

/** A value without quotation marks that is no number, such as NAN, or the n42 of `id n42`. */
interface GmlWord {
  readonly word: string
}

/** A key and its value, which may be a list of the same. */
export interface GmlEntry {
  readonly key: string
  readonly value: number | string | GmlWord | readonly GmlEntry[]
  /** Where the value begins in the text. */
  readonly offset: number
}

export type GmlList = readonly GmlEntry[]

/** The lists within lists of a GML text, to any depth. */
export function readGml(source: Source): GmlList {
  const tokens = gmlTokens(source)
  const open: { readonly entries: GmlEntry[]; readonly offset: number }[] = [{ entries: [], offset: 0 }]
  for (;;) {
    const { entries, offset } = open.at(-1)!
    const token = tokens.next().value
    if (token.kind === 'end' && open.length === 1) return entries
    if (token.kind === 'end')
      failAt(source, offset, 'expected a “]” that closes this list before the file ends')
    if (token.kind === ']' && open.length === 1)
      failAt(source, token.offset, 'expected a “[” before this “]”')
    if (token.kind === ']') {
      open.pop()
      continue
    }
    if (token.kind !== 'key') failAt(source, token.offset, 'expected a key, such as “node”')
    const value = tokens.next().value
    if (value.kind === 'value') {
      entries.push({ key: token.name, value: value.value, offset: value.offset })
    } else if (value.kind === 'key') {
      entries.push({ key: token.name, value: { word: value.name }, offset: value.offset })
    } else if (value.kind === '[') {
      const list: GmlEntry[] = []
      entries.push({ key: token.name, value: list, offset: value.offset })
      open.push({ entries: list, offset: value.offset })
    } else failNoValue(source, token.name, value.offset)
  }
}

export function failNoValue(source: Source, key: string, offset: number): never {
  return failAt(source, offset, `expected a number, a string or a list after the key “${key}”`)
}

export const isList = (value: GmlEntry['value'] | undefined): value is GmlList => Array.isArray(value)

/** The first value of a key, whatever its case. */
export function find(list: GmlList, key: string): GmlEntry | undefined {
  return list.find((entry) => entry.key.toLowerCase() === key)
}

/** All the lists that a key stands for, each with its place. */
export function listsOf(source: Source, list: GmlList, key: string): { list: GmlList; offset: number }[] {
  return list
    .filter((entry) => entry.key === key)
    .map(({ value, offset }) => {
      if (!isList(value)) return failAt(source, offset, `expected a list “${key} [ … ]”`)
      return { list: value, offset }
    })
}
