import { InputError } from '../errors.ts'
import type { SizedSpecs } from '../specs/expanded.ts'
import { assertDistinct, parseIntegerList } from '../specs/integer-list.ts'
import { dependsOnSize, isRange, readRange, valuesOf } from '../specs/range.ts'
import { type NumberText, readNumberText, valueAt } from '../specs/size-formula.ts'
import { splitAtCommas } from '../specs/split.ts'
import { didYouMean } from '../suggest.ts'

/** How identifiers, input values, root and channel numbers are chosen. */
export interface Inputs {
  /** random · ascending · descending · best · worst · a list such as 12+45+3, by processor */
  readonly ids: string
  /** random · first · centre · periphery · the index of a processor, or a formula in n for it */
  readonly root: string
  /** random · a list such as 1+0+1, by processor */
  readonly values: string
  /** default (shuffled, unless the topology is oriented) · shuffled · sorted · as-built */
  readonly ports: string
}

/** One of the things that are chosen. */
interface InputsPart {
  /** The rules that can be chosen, the default first. */
  readonly rules: readonly string[]
  /** Whether one number, a list of them or none can stand instead. */
  readonly numbers: 'none' | 'one' | 'list' | 'distinct list'
  /** What people call a choice. */
  readonly words: (value: string) => string
}

/** All parts of inputs, in the order of the canonical spelling. */
export const inputsParts: Readonly<Record<keyof Inputs, InputsPart>> = {
  ids: {
    rules: ['random', 'ascending', 'descending', 'best', 'worst'],
    numbers: 'distinct list',
    words: (rule) => `${rule} identifiers`,
  },
  root: {
    rules: ['random', 'first', 'centre', 'periphery'],
    numbers: 'one',
    words: (rule) => `root ${rule}`,
  },
  values: {
    rules: ['random', 'bits'],
    numbers: 'list',
    words: (rule) => (rule === 'bits' ? 'random bits' : `values ${rule}`),
  },
  ports: {
    rules: ['default', 'shuffled', 'sorted', 'as-built'],
    numbers: 'none',
    words: (rule) => `${rule} channel numbers`,
  },
}

const keys = Object.keys(inputsParts) as (keyof Inputs)[]

/** Inputs that were read. */
export interface ParsedInputs {
  /** All parts, with defaults filled in. */
  readonly values: Inputs
  /** Those alone that are not as usual. */
  readonly given: Partial<Inputs>
  /** The fields that algorithms require, by name: random, or a list by processor; those that are not named are random. */
  readonly fields: Readonly<Record<string, string>>
  /** Names what is given, in a fixed order; `random` if nothing is. */
  readonly spec: string
  /** Whether numbers are given, which fit networks of some sizes only. */
  readonly namesProcessors: boolean
}

/** Reads `ids=worst,root=centre,field.capacity=3+1+2`. What is not named has its default. */
export function parseInputs(spec: string): ParsedInputs {
  const read = new Map<string, string>()
  const fields = new Map<string, string>()
  if (spec !== 'random')
    for (const part of splitAtCommas(spec)) {
      const [key, value] = readField(part) ?? readPart(part)
      if (read.has(key)) throw new InputError(`inputs: ${key} is given twice`)
      read.set(key, value)
      if (key.startsWith(fieldPrefix) && value !== 'random') fields.set(key.slice(fieldPrefix.length), value)
    }
  const value = (key: keyof Inputs): string => read.get(key) ?? inputsParts[key].rules[0]!
  const values = { ids: value('ids'), root: value('root'), values: value('values'), ports: value('ports') }
  const named = keys.filter((key) => values[key] !== inputsParts[key].rules[0])
  const given = Object.fromEntries(named.map((key) => [key, values[key]]))
  const inOrder = [...fields].sort(([a], [b]) => (a < b ? -1 : 1))
  const all = [...Object.entries(given), ...inOrder.map(([name, list]) => [fieldPrefix + name, list])]
  return {
    values,
    given,
    fields: Object.fromEntries(inOrder),
    spec: all.map(([key, value]) => `${key}=${value}`).join(',') || 'random',
    namesProcessors: fields.size > 0 || named.some((key) => !inputsParts[key].rules.includes(values[key])),
  }
}

/** The inputs that one spec stands for: itself, or one for each root of a range such as `root=0..8+2`. */
export function eachInputs(spec: string): readonly string[] | SizedSpecs {
  const parts = splitAtCommas(spec)
  const index = parts.findIndex((part) => /^\s*root\s*=/.test(part) && isRange(part))
  if (index < 0) return [parseInputs(spec).spec]
  const text = parts[index]!.replace(/^\s*root\s*=/, '').trim()
  const where = `inputs root=${text}`
  const range = readRange(text, where)
  const at = (n: number) =>
    valuesOf(range, n, where).map((root) => parseInputs(parts.with(index, `root=${root}`).join(',')).spec)
  return dependsOnSize(range) ? { spec: parts.map((part) => part.trim()).join(','), at } : at(Number.NaN)
}

/** The processor that a rule such as `3` or `floor(n/2)` names among n, rounded to the nearest; null if it is no number. */
export function rootAt(rule: string, n: number): number | null {
  const where = `inputs root=${rule}`
  const text = readNumberText(rule, where)
  if (text === null) return null
  const root = Math.round(valueAt(text, n, where))
  if (root < 0 || root >= n)
    throw new InputError(
      `${where}${typeof text === 'number' ? '' : ` is ${root} at n = ${n}`}: the processors are 0 to ${n - 1}`,
    )
  return root
}

/** What people call inputs: “worst identifiers, root centre”. What are none, as of another version, is spelled. */
export function inputsWords(spec: string): string {
  const parsed = findInputs(spec)
  if (parsed === null) return spec
  const { given, values } = parsed
  const named = keys.filter((key) => given[key] !== undefined)
  const told = named.length === 0 ? (['ids'] as const) : named
  return told.map((key) => inputsParts[key].words(values[key])).join(', ')
}

/** Inputs that were read; null for what are none, as in the results of another version. */
export function findInputs(spec: string): ParsedInputs | null {
  try {
    return parseInputs(spec)
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

const fieldPrefix = 'field.'

/** A part such as `field.capacity=3+1+2`; null for what names no field. */
function readField(part: string): readonly [string, string] | null {
  const match = /^\s*field\.([a-z][A-Za-z0-9]*)\s*=\s*(.*?)\s*$/.exec(part)
  if (match === null) return null
  const [, name, value] = match as unknown as [string, string, string]
  const key = fieldPrefix + name
  if (value === 'random') return [key, value]
  if (!/^\d/.test(value))
    throw new InputError(`inputs: ${key}=${value} is unknown; known: random, a list such as 1+0+1`)
  return [key, parseIntegerList(value, LARGEST, `inputs ${key}=${value}`).join('+')]
}

function readPart(part: string): readonly [keyof Inputs, string] {
  const [word, ...rest] = part.split('=').map((text) => text.trim()) as [string, ...string[]]
  const key = keys.find((key) => key === word)
  if (key !== undefined && rest.length > 0) return [key, readValue(key, rest.join('='))]
  const owner = keys.find((key) => inputsParts[key].rules.includes(word))
  if (key !== undefined || owner !== undefined)
    throw new InputError(`inputs: write ${key === undefined ? `${owner}=${word}` : `${key}=VALUE`}`)
  throw new InputError(
    `inputs have no “${word}”${didYouMean(word, keys) || `; they are ${keys.join(', ')}, field.NAME`}`,
  )
}

function readValue(key: keyof Inputs, value: string): string {
  const { rules, numbers } = inputsParts[key]
  if (rules.includes(value)) return value
  if (numbers === 'one' && isFormula(readNumberText(value, `inputs ${key}=${value}`))) return value
  if (numbers === 'none' || !/^\d/.test(value)) {
    const known = rules.join(', ') + remedies[numbers]
    throw new InputError(
      `inputs: ${key}=${value} is unknown${didYouMean(value, rules) || `; known: ${known}`}`,
    )
  }
  const where = `inputs ${key}=${value}`
  const list = parseIntegerList(value, LARGEST, where)
  if (numbers === 'one' && list.length > 1) throw new InputError(`${where}: it must be one processor`)
  if (numbers === 'distinct list') assertDistinct(list, where)
  return list.join('+')
}

const isFormula = (text: NumberText | null): boolean => text !== null && typeof text !== 'number'

/** Identifiers and values are stored in 32 bits. */
export const LARGEST = 2 ** 32 - 1

const remedies = {
  none: '',
  one: ', the index of a processor',
  list: ', a list such as 1+0+1',
  'distinct list': ', a list such as 12+45+3',
} as const
