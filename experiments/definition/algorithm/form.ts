import { type AnyAlgorithm, didYouMean, faultKinds } from '../../../engine/index.ts'

/** The keys of a type, of all its members if it is a union. */
type Keys<T> = T extends unknown ? keyof T : never

/** What an algorithm's key has to be; null if the value is that. */
type Form = (value: unknown) => string | null

const form =
  (expected: string, fits: (value: unknown) => boolean): Form =>
  (value) =>
    fits(value) ? null : `expected ${expected}`

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isFunction = (value: unknown): boolean => typeof value === 'function'

const text = form('a text', (value) => typeof value === 'string')
const handler = form('a function', isFunction)
/** A handler that runs to its end when it is called: an async one, or a generator, would not. */
const atOnce: Form = (value) => {
  if (!isFunction(value)) return 'expected a function'
  const kind = Object.prototype.toString.call(value).slice('[object '.length, -1)
  if (kind === 'Function') return null
  return `is written as ${kind.startsWith('Async') ? 'async' : 'a generator (function*)'}; a computation event happens at once, so write a plain function without ${kind.startsWith('Async') ? 'async and await' : 'yield'}`
}
const handlersOf =
  (kind: string): Form =>
  (value) => {
    const problem = functions(kind)(value)
    if (problem !== null) return problem
    for (const [type, one] of Object.entries(value as object)) {
      const flaw = atOnce(one)
      if (flaw !== null) return `${type} ${flaw}`
    }
    return null
  }
const object = form('an object', isObject)
const functions = (of: string) =>
  form(
    `an object of functions, one for each ${of}`,
    (value) => isObject(value) && Object.values(value).every(isFunction),
  )

/** A record, so that none is forgotten. */
const forms: Readonly<Record<Keys<AnyAlgorithm>, Form>> = {
  name: form('a text that is not empty', (value) => typeof value === 'string' && value !== ''),
  title: text,
  summary: text,
  source: text,
  remarks: text,
  requires: object,
  tolerates: form(
    `a list of kinds of faults, such as crash; known: ${faultKinds.entries.map(({ name }) => name).join(', ')}`,
    (value) =>
      Array.isArray(value) && value.every((kind) => faultKinds.entries.some(({ name }) => name === kind)),
  ),
  alphabet: handler,
  lies: handler,
  secrets: handler,
  stabilises: form(
    '{ arbitrarily, legitimate }, two functions',
    (value) => isObject(value) && isFunction(value.arbitrarily) && isFunction(value.legitimate),
  ),
  terminates: form('true or false', (value) => typeof value === 'boolean'),
  service: form(
    'a service, such as mutualExclusion',
    (value) => isObject(value) && isObject(value.operations) && typeof value.name === 'string',
  ),
  uponInvoking: handlersOf('operation'),
  uponTimeout: handlersOf('timer'),
  wokenByMessage: form('starts or joins', (value) => value === 'starts' || value === 'joins'),
  arrange: handler,
  initially: atOnce,
  uponStart: atOnce,
  stable: handler,
  uponRecovery: atOnce,
  uponReceiving: handlersOf('type of message'),
  uponRound: atOnce,
  waits: handler,
  stopWhen: handler,
  bits: functions('type of message'),
  marks: form(
    'a list of names, such as decided, none twice; a name has letters, digits and “-”',
    (value) =>
      Array.isArray(value) &&
      new Set(value).size === value.length &&
      value.every((name) => typeof name === 'string' && /^[A-Za-z][A-Za-z0-9-]*$/.test(name)),
  ),
  claims: object,
  properties: form(
    'properties by name, each written with always(…) or eventually(…)',
    (value) =>
      isObject(value) &&
      Object.values(value).every(
        (one) => isObject(one) && (one.kind === 'safety' || one.kind === 'liveness') && isFunction(one.check),
      ),
  ),
  columns: form(
    'columns by name, each { description, read }',
    (value) => isObject(value) && Object.values(value).every((one) => isObject(one) && isFunction(one.read)),
  ),
  worstIdentifiers: handler,
  bestIdentifiers: handler,
  worstDelays: handler,
}

/** What every algorithm has, and what to write if it is missing. */
const needed: Readonly<Record<string, string>> = {
  name: 'a text that names it',
  requires: 'requires: {} if it needs nothing of the system',
  terminates: 'true if every processor comes to a terminated state, else false',
  initially: 'a function from the input to the initial state',
}

/** The first thing that keeps an object from being an algorithm, with its key: “requires: missing; …”; null if none. */
export function formProblem(value: object): string | null {
  const given = new Map(Object.entries(value).filter(([, part]) => part !== undefined))
  const known = Object.keys(forms)
  for (const key of given.keys())
    if (!known.includes(key)) {
      const hint =
        didYouMean(
          key,
          known.filter((one) => !given.has(one)),
        ) || `; known: ${known.join(', ')}`
      return `${key}: there is no such key${hint}`
    }
  for (const [key, remedy] of Object.entries(needed))
    if (partOf(value, key) === undefined) return `${key}: missing; write ${remedy}`
  const [driven, rounds] = [partOf(value, 'uponReceiving'), partOf(value, 'uponRound')]
  if (driven === undefined && rounds === undefined)
    return 'uponReceiving: missing; write a handler for each type of message, or uponRound for an algorithm in rounds'
  if (driven !== undefined && rounds !== undefined)
    return 'uponRound: it has uponReceiving, too; write one of them'
  if (driven !== undefined && partOf(value, 'waits') !== undefined)
    return 'waits: only an algorithm in rounds, with uponRound, waits for them; leave it out'
  const used = partOf(value, 'service') !== undefined
  if (rounds !== undefined && used)
    return 'service: an algorithm in rounds cannot offer one; write it with uponReceiving'
  if (used !== (partOf(value, 'uponInvoking') !== undefined))
    return used
      ? 'uponInvoking: missing; write a handler for each operation of the service'
      : 'service: missing; uponInvoking says what to do upon the operations of a service'
  for (const [key, fits] of Object.entries(forms)) {
    const part = partOf(value, key)
    const problem = part === undefined ? null : fits(part)
    if (problem !== null) return `${key}: ${problem}`
  }
  return null
}

/** Also of an object of a class, whose handlers are not its own. */
const partOf = (value: object, key: string): unknown => (value as Record<string, unknown>)[key]

/** Whether a value has what every algorithm has. */
export function isAlgorithm(value: unknown): value is AnyAlgorithm {
  return isObject(value) && formProblem(value) === null
}

/** Whether a value is meant as an algorithm, even if something is missing or misspelt. */
export function seemsAlgorithm(value: unknown): value is object {
  return isObject(value) && (isFunction(value.initially) || 'uponReceiving' in value || 'uponRound' in value)
}
