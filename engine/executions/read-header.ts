import type { Cell } from '../cell.ts'
import { InputError } from '../errors.ts'
import { faultKinds } from '../faults/index.ts'
import { Fields, isNatural, type Place, parseLine } from './fields.ts'
import { executionFormat, type FullHeader, type RecordedInstance } from './format.ts'

/** Reads the first line of a recorded execution. Throws an InputError that says where and what is wrong. */
export function readHeader(text: string, place: Place): FullHeader {
  const fields = new Fields(parseLine(text, place), place)
  const format = fields.get('format')
  if (format !== executionFormat)
    throw new InputError(
      `${place()}: ${format === undefined ? 'there is no field format' : `field format is ${JSON.stringify(format)}`}; it must be "${executionFormat}"`,
    )
  const instance = readInstance(fields.object('instance'))
  return {
    format,
    algorithm: fields.text('algorithm'),
    module: fields.get('module') == null ? null : fields.text('module'),
    ...(fields.get('families') != null && {
      families: fields.list('families', (value) => typeof value === 'string', 'texts'),
    }),
    timing: fields.oneOf('timing', ['synchronous', 'asynchronous']),
    delay_max: fields.get('delay_max') == null ? null : fields.number('delay_max'),
    unit_delays: fields.flag('unit_delays'),
    fifo: fields.flag('fifo'),
    seed: fields.natural('seed'),
    ...(fields.get('clocks') != null && { clocks: fields.text('clocks') }),
    ...(fields.get('workload') != null && { workload: fields.text('workload') }),
    ...(fields.get('faults') != null && { faults: readFaults(fields) }),
    ...(fields.get('may_fail') != null && {
      may_fail: fields.list('may_fail', isNatural, 'numbers of processors'),
    }),
    ...(fields.get('liars') != null && {
      liars: fields.list('liars', isNatural, 'numbers of processors'),
    }),
    instance,
    cell: fields.get('cell') == null ? null : readCell(fields.object('cell')),
    neighbors: fields.get('neighbors') == null ? null : readNeighbors(fields, instance.n),
  }
}

/** Reads the instance of a header. */
export function readInstance(fields: Fields): RecordedInstance {
  const n = fields.natural('n')
  if (n < 1) fields.fail('n', 'must be at least 1')
  const isWakeTime = (value: unknown): value is number | null =>
    value === null || (typeof value === 'number' && value >= 0)
  const root = fields.natural('root')
  if (root >= n) fields.fail('root', `is ${root}; the processors are 0 to ${n - 1}`)
  return {
    n,
    orientation:
      fields.get('orientation') == null
        ? null
        : fields.oneOf('orientation', ['ring', 'torus', 'hypercube', 'complete'] as const),
    root,
    ids: perProcessor(fields, n, 'ids', isNatural, 'natural numbers'),
    values: perProcessor(fields, n, 'values', isNatural, 'natural numbers'),
    wake_times: perProcessor(fields, n, 'wake_times', isWakeTime, 'times or null'),
    identifiers: fields.text('identifiers'),
    ...(fields.get('f') != null && { f: fields.natural('f') }),
    ...(fields.get('fields') != null && { fields: readFields(fields.object('fields'), n) }),
    ...(fields.get('delay_bounds') != null && { delay_bounds: readBounds(fields) }),
    ...(fields.get('weights') != null && {
      weights: fields.list('weights', isWeight, 'numbers that are 0 or more'),
    }),
  }
}

const readFields = (fields: Fields, n: number): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(
    fields.names.map((name) => [name, perProcessor(fields, n, name, isNatural, 'natural numbers')]),
  )

function readBounds(fields: Fields): readonly [number, number] {
  const [min, max, ...more] = fields.list('delay_bounds', isWeight, 'two numbers that are 0 or more')
  if (min === undefined || max === undefined || more.length > 0 || max < min || max === 0)
    return fields.fail('delay_bounds', 'must be the least and the largest delay')
  return [min, max]
}

const isWeight = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY

/** Reads the neighbours of n processors. */
export function readNeighbors(fields: Fields, n: number): readonly (readonly number[])[] {
  const isRow = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every(isNatural)
  return perProcessor(fields, n, 'neighbors', isRow, 'lists of processors')
}

function perProcessor<T>(
  fields: Fields,
  n: number,
  name: string,
  isItem: (value: unknown) => value is T,
  what: string,
): readonly T[] {
  const list = fields.list(name, isItem, what)
  return list.length === n ? list : fields.fail(name, `has ${list.length} entries for ${n} processors`)
}

/** A spec of faults. */
function readFaults(fields: Fields): string {
  const spec = fields.text('faults')
  return faultKinds.find(spec) === null ? fields.fail('faults', `is ${spec}, which names no faults`) : spec
}

function readCell(fields: Fields): Cell {
  return {
    algorithm: fields.text('algorithm'),
    timing: fields.oneOf('timing', ['synchronous', 'asynchronous']),
    topology: fields.text('topology'),
    n: fields.natural('n'),
    delay: fields.text('delay') || null,
    wakeup: fields.text('wakeup'),
    faults: fields.text('faults'),
    inputs: fields.text('inputs'),
    ...(fields.get('weights') != null && { weights: fields.text('weights') }),
    ...(fields.get('clocks') != null && { clocks: fields.text('clocks') }),
    ...(fields.get('workload') != null && { workload: fields.text('workload') }),
    ...(fields.get('f') != null && { f: fields.natural('f') }),
    replicate: fields.natural('replicate'),
    seed: fields.natural('seed'),
  }
}
