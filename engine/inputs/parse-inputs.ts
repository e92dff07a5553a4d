import { InputError } from '../errors.ts'
import { assertDistinct, parseIntegerList } from '../specs/integer-list.ts'
import { didYouMean } from '../specs/suggest.ts'

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

interface Choice {
  /** The rules that can be chosen, the default first. */
  readonly rules: readonly string[]
  /** Whether one number, a list of them or none can stand instead. */
  readonly numbers: 'none' | 'one' | 'list' | 'distinct list'
}

const choices: Readonly<Record<keyof Inputs, Choice>> = {
  ids: { rules: ['random', 'ascending', 'descending', 'best', 'worst'], numbers: 'distinct list' },
  root: { rules: ['random', 'first', 'centre', 'periphery'], numbers: 'one' },
  values: { rules: ['random'], numbers: 'list' },
  ports: { rules: ['default', 'shuffled', 'sorted', 'as-built'], numbers: 'none' },
}

const keys = Object.keys(choices) as (keyof Inputs)[]

/**
 * Reads `ids=worst,root=centre`. What is not named has its default; the canonical spelling names only what is
 * not default, in a fixed order, and is `random` if nothing is.
 */
export function parseInputs(spec: string): Inputs & { readonly spec: string } {
  const given = new Map<string, string>()
  if (spec !== 'random')
    for (const part of spec.split(',')) {
      const [key, value] = readPart(part)
      if (given.has(key)) throw new InputError(`inputs: ${key} is given twice`)
      given.set(key, value)
    }
  const read = (key: keyof Inputs): string => given.get(key) ?? choices[key].rules[0]!
  const inputs = { ids: read('ids'), root: read('root'), values: read('values'), ports: read('ports') }
  const named = keys.filter((key) => inputs[key] !== choices[key].rules[0])
  return { ...inputs, spec: named.map((key) => `${key}=${inputs[key]}`).join(',') || 'random' }
}

function readPart(part: string): readonly [keyof Inputs, string] {
  const [word, ...rest] = part.split('=').map((text) => text.trim()) as [string, ...string[]]
  const key = keys.find((key) => key === word)
  if (key !== undefined && rest.length > 0) return [key, readValue(key, rest.join('='))]
  const owner = keys.find((key) => choices[key].rules.includes(word))
  if (key !== undefined || owner !== undefined)
    throw new InputError(`inputs: write ${key === undefined ? `${owner}=${word}` : `${key}=VALUE`}`)
  throw new InputError(`inputs have no “${word}”${didYouMean(word, keys) || `; they are ${keys.join(', ')}`}`)
}

function readValue(key: keyof Inputs, value: string): string {
  const { rules, numbers } = choices[key]
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
