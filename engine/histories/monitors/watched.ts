import type { History } from '../../model/index.ts'
import { findingOf, type HistoryFinding } from '../finding.ts'
import type { SequentialObject } from '../objects/sequential-object.ts'
import { eventsOf, type Operation, operationsOf } from '../operations.ts'
import { askedText, enumerated, valueText } from '../text.ts'
import type { Monitor } from './monitor.ts'
import { regularityMonitor, safetyMonitor } from './register.ts'

/** Whether a register with one writer at a time is regular, in a history that it begins with the object's initial value. */
export const regular = (history: History, object: Pick<SequentialObject, 'initial'>): HistoryFinding =>
  heldTo(history, regularityMonitor(object.initial), ['neither', 'nor that of one that overlaps it'])

/** Whether it is safe. */
export const safe = (history: History, object: Pick<SequentialObject, 'initial'>): HistoryFinding =>
  heldTo(history, safetyMonitor(object.initial), ['not', 'and none overlaps it'])

/** Whether a monitor reads a history to its end; null if it does, otherwise the number of the first event that is wrong. */
export function firstWrong<S>(history: History, monitor: Monitor<S>): number | null {
  let state = monitor.initial
  for (const [place, event] of history.entries()) {
    if (event.kind === 'output') continue
    const { processor } = event
    const next: S | null =
      event.kind === 'invocation'
        ? monitor.invoked(state, processor, event.operation, event.argument ?? null)
        : monitor.answered(state, processor, event.result ?? null)
    if (next === null) return place
    state = next
  }
  return null
}

type Words = readonly [not: string, otherwise: string]

function heldTo<S>(history: History, monitor: Monitor<S>, words: Words): HistoryFinding {
  const place = firstWrong(history, monitor)
  if (place === null) return { kind: 'holds' }
  const operations = operationsOf(history)
  const read = operations.find(({ responded }) => responded === place)!
  const writes = operations.filter(({ operation, invoked }) => operation === 'write' && invoked < place)
  const last = writes.findLast(({ responded }) => responded < read.invoked)
  const matters = writes.filter((each) => each === last || each.responded > read.invoked)
  const part = eventsOf(history, [...matters, read])
  return findingOf({ sentence: sentence(read, last, matters, words), part })
}

function sentence(
  read: Operation,
  last: Operation | undefined,
  matters: readonly Operation[],
  [not, otherwise]: Words,
): string {
  const answer = `${askedText(read)} by p_${read.processor} answers ${valueText(read.result)}`
  const before =
    last === undefined ? 'the value at the beginning' : `that of the last write before it, ${askedText(last)}`
  const others = matters.filter((each) => each !== last).map(askedText)
  return `${answer}, which is ${not} ${before}, ${otherwise}${others.length === 0 ? '' : `: ${enumerated(others)}`}`
}
