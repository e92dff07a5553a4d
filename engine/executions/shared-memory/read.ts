import type { AccessKind } from '../../shared-memory/index.ts'
import { readCrossings } from '../crossings.ts'
import { Fields, isNatural, type Place, parseLine } from '../fields.ts'
import { readInstance, readNeighbors } from '../read-header.ts'
import {
  type OperationCounts,
  type RecordedCall,
  type RecordedCounts,
  type RecordedMeasures,
  type RecordedNetwork,
  type RecordedStep,
  type RecordedVariable,
  type SharedEnd,
  type SharedHeader,
  type SharedRecordedClaim,
  sharedExecutionFormat,
} from './format.ts'

/** Whether a first line is that of an execution on shared memory. */
export const isSharedRecord = (text: string): boolean =>
  /^\s*\{.*"format"\s*:\s*"admissible-shared-execution\//.test(text.slice(0, 1000))

/** Reads the first line. Throws an InputError that says where and what is wrong. */
export function readSharedHeader(text: string, place: Place): SharedHeader {
  const fields = new Fields(parseLine(text, place), place)
  const format = fields.get('format')
  if (format !== sharedExecutionFormat)
    fields.fail('format', `is ${JSON.stringify(format)}; it must be "${sharedExecutionFormat}"`)
  const n = fields.natural('n')
  if (n < 1) fields.fail('n', 'must be at least 1')
  const passages = fields.list('passages', orNull(isNatural), 'natural numbers or null')
  if (passages.length !== n) fields.fail('passages', `has ${passages.length} entries for ${n} processors`)
  const calls = fields.get('calls') == null ? null : fields.list('calls', isCalls, 'lists of operations')
  if (calls !== null && calls.length !== n)
    fields.fail('calls', `has ${calls.length} entries for ${n} processors`)
  return {
    format: sharedExecutionFormat,
    algorithm: fields.text('algorithm'),
    module: fields.get('module') == null ? null : fields.text('module'),
    n,
    passages,
    ...(calls !== null && { calls }),
    ...(fields.get('network') != null && { network: readNetwork(fields.object('network'), n) }),
    ...(fields.get('condition') != null && {
      condition: fields.oneOf('condition', ['linearizable', 'regular', 'safe']),
    }),
    scheduler: fields.get('scheduler') == null ? null : fields.text('scheduler'),
    seed: fields.get('seed') == null ? 0 : fields.natural('seed'),
    timed: fields.flag('timed'),
    doorway_ends: naturalOrNull(fields, 'doorway_ends'),
    variables: fields.list('variables', isVariable, 'variables'),
    repeats_from: naturalOrNull(fields, 'repeats_from'),
  }
}

function readNetwork(fields: Fields, n: number): RecordedNetwork {
  const instance = readInstance(fields.object('instance'))
  if (instance.n !== n) fields.fail('instance', `has n = ${instance.n}, but there are ${n} processors`)
  return { neighbors: readNeighbors(fields, n), instance }
}

const kinds: readonly AccessKind[] = [
  'read',
  'await',
  'write',
  'testAndSet',
  'fetchAndAdd',
  'swap',
  'compareAndSwap',
  'modify',
  'flip',
]

/** What a line after the header says. Throws an InputError that says where and what is wrong. */
export function readSharedLine(
  text: string,
  place: Place,
): { readonly step: RecordedStep } | { readonly end: SharedEnd } {
  const fields = new Fields(parseLine(text, place), place)
  if (fields.get('end') !== undefined) return { end: readEnd(fields.object('end')) }
  fields.only(...stepFields)
  const before = fields.get('before')
  const state = fields.get('state') ?? null
  if (state !== null && (typeof state !== 'object' || Array.isArray(state)))
    fields.fail('state', 'must be an object')
  const step: RecordedStep = {
    time: fields.get('t') == null ? null : fields.number('t'),
    processor: fields.natural('p'),
    operation: fields.text('op'),
    line: fields.natural('line'),
    next: fields.natural('next'),
    access: fields.oneOf('access', kinds),
    variable: fields.text('variable'),
    before,
    after: fields.get('after') ?? before,
    waits: fields.flag('waits'),
    crossings: readCrossings(fields),
    state,
  }
  return { step }
}

const stepFields = [
  ...['t', 'p', 'op', 'line', 'access', 'variable', 'before', 'after', 'next', 'waits', 'interface', 'state'],
] as const

function readEnd(fields: Fields): SharedEnd {
  const shows = fields.get('shows') == null ? null : fields.object('shows')
  return {
    outcome: fields.oneOf('outcome', ['terminated', 'budget', 'violated', 'failed']),
    property: fields.get('property') == null ? null : fields.text('property'),
    processor: naturalOrNull(fields, 'processor'),
    detail: fields.get('detail') == null ? null : fields.text('detail'),
    shows: shows && {
      measure: shows.text('measure'),
      value: shows.get('value') == null ? null : shows.number('value'),
    },
    steps: fields.natural('steps'),
    time: fields.get('time') == null ? null : fields.number('time'),
    measures: fields.get('measures') == null ? null : readMeasures(fields.object('measures')),
    claims: fields.get('claims') == null ? null : fields.list('claims', isClaim, 'claims'),
  }
}

function readMeasures(fields: Fields): RecordedMeasures {
  const memory = {
    contention: fields.natural('contention'),
    variables: fields.natural('variables'),
    bits: naturalOrNull(fields, 'bits'),
    bits_used: fields.natural('bits_used'),
  }
  if (fields.get('operations') != null) {
    const operations = fields.object('operations')
    const names = operations.object('by_name')
    const by_name = Object.fromEntries(names.names.map((name) => [name, readBoth(names.object(name))]))
    return { ...memory, operations: { ...readBoth(operations), by_name } }
  }
  return {
    ...memory,
    entries: fields.natural('entries'),
    bypass: fields.natural('bypass'),
    passage: readCounts(fields, 'passage'),
    solo: readCounts(fields, 'solo'),
  }
}

const readBoth = (fields: Fields): OperationCounts => ({
  all: readCounts(fields, 'all'),
  solo: readCounts(fields, 'solo'),
})

function readCounts(fields: Fields, name: string): RecordedCounts | null {
  if (fields.get(name) == null) return null
  const own = fields.object(name)
  const numbers = (key: string) => {
    const within = own.object(key)
    return Object.fromEntries(within.names.map((count) => [count, within.number(count)]))
  }
  return {
    passages: own.natural('passages'),
    max: numbers('max'),
    min: numbers('min'),
    mean: numbers('mean'),
  }
}

const naturalOrNull = (fields: Fields, name: string): number | null =>
  fields.get(name) == null ? null : fields.natural(name)

const orNull =
  <T>(is: (value: unknown) => value is T) =>
  (value: unknown): value is T | null =>
    value === null || is(value)

function isVariable(value: unknown): value is RecordedVariable {
  const { name, initial, min } = (value ?? {}) as Partial<Record<keyof RecordedVariable, unknown>>
  return typeof name === 'string' && (min === null || (Number.isInteger(initial) && Number.isInteger(min)))
}

const isCalls = (value: unknown): value is readonly RecordedCall[] =>
  Array.isArray(value) && value.every(isCall)

const isCall = (value: unknown): value is RecordedCall =>
  Array.isArray(value) && typeof value[0] === 'string' && value.length <= 2

function isClaim(value: unknown): value is SharedRecordedClaim {
  const claim = (value ?? {}) as Partial<Record<keyof SharedRecordedClaim, unknown>>
  return (
    (['measure', 'kind', 'formula', 'verdict'] as const).every((field) => typeof claim[field] === 'string') &&
    typeof claim.measured === 'number' &&
    (claim.value === null || typeof claim.value === 'number')
  )
}
