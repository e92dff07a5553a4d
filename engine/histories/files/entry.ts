import { InputError } from '../../errors.ts'
import type { History, HistoryEvent, Value } from '../../model/index.ts'
import { sameValue } from '../same-value.ts'

/** One line of a file, in the words of Jepsen, which other tools have taken up. */
export interface Entry {
  readonly line: number
  readonly process: number
  readonly type: 'invoke' | 'ok' | 'fail' | 'info' | 'output'
  /** What is asked, or put out. */
  readonly f: string
  readonly key: string | undefined
  readonly value: Value
  readonly time: number | undefined
  /** An error is stated. */
  readonly hasError: boolean
}

/** The types that a line can have. */
export const entryTypes = ['invoke', 'ok', 'fail', 'info', 'output'] as const

/** These answer nothing, and tools repeat the argument in the place of the answer. */
const silent = new Set(['write', 'put', 'append', 'enqueue', 'push', 'update', 'increment', 'decrement'])

/**
 * The history that the lines of a file tell. An operation that failed has not taken effect and is left out, but for a
 * `cas` without an error: it has found another value. One that ends with `info` stays pending: nobody knows. Where not
 * all lines have times, an event's time is its place. Throws an InputError.
 */
export function historyOf(name: string, entries: readonly Entry[]): History {
  const timed = entries.every(({ time }) => time !== undefined)
  const open = new Map<number, Entry>()
  /** By invocation, what ends it. */
  const ends = new Map<Entry, Entry>()
  let before: Entry | undefined
  for (const entry of entries) {
    const fail = (problem: string): never => {
      throw new InputError(`${name}, line ${entry.line}: ${problem}`)
    }
    if (timed && before !== undefined && entry.time! < before.time!)
      fail(`the time ${entry.time} is before ${before.time}, that of line ${before.line}; sort by time`)
    before = entry
    if (entry.type === 'output') continue
    const asked = open.get(entry.process)
    const pending = asked && `its ${asked.f} of line ${asked.line} has no answer yet`
    if (entry.type === 'invoke') {
      if (asked !== undefined) fail(`process ${entry.process} invokes ${entry.f}, but ${pending}`)
      open.set(entry.process, entry)
      continue
    }
    if (asked === undefined) fail(`process ${entry.process} answers ${entry.f}, which it was not asked`)
    if (asked!.f !== entry.f) fail(`process ${entry.process} answers ${entry.f}, but ${pending}`)
    if (asked!.key !== entry.key && entry.key !== undefined)
      fail(`process ${entry.process} answers for key ${entry.key}, but was asked for ${asked!.key}`)
    open.delete(entry.process)
    ends.set(asked!, entry)
  }
  return eventsOf(entries, ends, timed)
}

function eventsOf(
  entries: readonly Entry[],
  ends: ReadonlyMap<Entry, Entry>,
  timed: boolean,
): HistoryEvent[] {
  const history: HistoryEvent[] = []
  const ids = new Map<Entry, number>()
  const asked = new Map([...ends].map(([invocation, end]) => [end, invocation]))
  for (const [place, entry] of entries.entries()) {
    const at = { processor: entry.process, time: timed ? entry.time! : place }
    const { f, key, value } = entry
    if (entry.type === 'output') history.push({ kind: 'output', ...at, output: f, ...some({ value }) })
    else if (entry.type === 'invoke') {
      if (hasNotHappened(ends.get(entry))) continue
      const id = ids.size
      ids.set(entry, id)
      const invocation = { kind: 'invocation', ...at, id, operation: f } as const
      history.push({ ...invocation, ...some({ object: key, argument: value }) })
    } else if (entry.type !== 'info' && !hasNotHappened(entry)) {
      const invocation = asked.get(entry)!
      const result = resultOf(entry, invocation)
      history.push({ kind: 'response', ...at, id: ids.get(invocation)!, ...some({ result }) })
    }
  }
  return history
}

const hasNotHappened = (end: Entry | undefined): boolean =>
  end?.type === 'fail' && (end.f !== 'cas' || end.hasError)

function resultOf({ type, f, value }: Entry, invocation: Entry): Value {
  if (f === 'cas') return type === 'ok' && value !== false
  return silent.has(f) && sameValue(value, invocation.value) ? undefined : value
}

/** Without what is undefined or null. */
function some<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as { [K in keyof T]?: NonNullable<T[K]> }
}
