import { InputError } from '../errors.ts'
import { assertDistinct, parseIntegerList } from '../specs/integer-list.ts'
import { didYouMean } from '../suggest.ts'

/** How identifiers, input values, root and channel numbers are chosen. */
export interface Inputs {
  /** random · ascending · descending · best · worst · a list such as 12+45+3, by processor */
  readonly ids: string
  /** random · first · centre · periphery · the index of a processor */
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
  values: { rules: ['random'], numbers: 'list', words: (rule) => `values ${rule}` },
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
  /** Names what is given, in a fixed order; `random` if nothing is. */
  readonly spec: string
  /** Whether numbers are given, which fit networks of some sizes only. */
  readonly namesProcessors: boolean
}

/** Reads `ids=worst,root=centre`. What is not named has its default. */
export function parseInputs(spec: string): ParsedInputs {
  const read = new Map<string, string>()
  if (spec !== 'random')
    for (const part of spec.split(',')) {
      const [key, value] = readPart(part)
      if (read.has(key)) throw new InputError(`inputs: ${key} is given twice`)
      read.set(key, value)
    }
  const value = (key: keyof Inputs): string => read.get(key) ?? inputsParts[key].rules[0]!
  const values = { ids: value('ids'), root: value('root'), values: value('values'), ports: value('ports') }
  const named = keys.filter((key) => values[key] !== inputsParts[key].rules[0])
  return {
    values,
    given: Object.fromEntries(named.map((key) => [key, values[key]])),
    spec: named.map((key) => `${key}=${values[key]}`).join(',') || 'random',
    namesProcessors: named.some((key) => !inputsParts[key].rules.includes(values[key])),
  }
}

/** What people call inputs: “worst identifiers, root centre”. What are none, as of another version, is spelled. */
export function inputsWords(spec: string): string {
  try {
    const { given, values } = parseInputs(spec)
    const named = keys.filter((key) => given[key] !== undefined)
    const told = named.length === 0 ? (['ids'] as const) : named
    return told.map((key) => inputsParts[key].words(values[key])).join(', ')
  } catch (error) {
    if (error instanceof InputError) return spec
    throw error
  }
}

function readPart(part: string): readonly [keyof Inputs, string] {
  const [word, ...rest] = part.split('=').map((text) => text.trim()) as [string, ...string[]]
  const key = keys.find((key) => key === word)
  if (key !== undefined && rest.length > 0) return [key, readValue(key, rest.join('='))]
  const owner = keys.find((key) => inputsParts[key].rules.includes(word))
  if (key !== undefined || owner !== undefined)
    throw new InputError(`inputs: write ${key === undefined ? `${owner}=${word}` : `${key}=VALUE`}`)
  throw new InputError(`inputs have no “${word}”${didYouMean(word, keys) || `; they are ${keys.join(', ')}`}`)
}

function readValue(key: keyof Inputs, value: string): string {
  const { rules, numbers } = inputsParts[key]
  if (rules.includes(value)) return value
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

/** Identifiers and values are stored in 32 bits. */
export const LARGEST = 2 ** 32 - 1

const remedies = {
  none: '',
  one: ', the index of a processor',
  list: ', a list such as 1+0+1',
  'distinct list': ', a list such as 12+45+3',
} as const
