import { InputError } from '../errors.ts'
import type { History, HistoryEvent, Invocation, Response, Value } from '../model/index.ts'

/** An operation of a history: its invocation and, if it was answered, its response. */
export interface Operation {
  readonly id: number
  readonly processor: number
  readonly operation: string
  /** The object that is asked; empty where there is only one. */
  readonly object: string
  readonly argument: Value
  /** Undefined where there is none. */
  readonly result: Value
  /** The place of the invocation in the history, from 0. */
  readonly invoked: number
  /** The place of the response; Infinity while the operation is pending. */
  readonly responded: number
}

/** The operations of a history in the order of their invocations. Throws an InputError for a response to nothing. */
export function operationsOf(history: History): Operation[] {
  const operations: Operation[] = []
  const pending = new Map<number, number>()
  for (const [place, event] of history.entries()) {
    if (event.kind === 'invocation') {
      pending.set(event.id, operations.length)
      operations.push(operationOf(event, place))
    } else if (event.kind === 'response') {
      const index = pending.get(event.id)
      const operation = index === undefined ? undefined : operations[index]
      if (index === undefined || operation?.processor !== event.processor)
        throw new InputError(
          `p_${event.processor} answers operation ${event.id} at event ${place}, which is not pending there`,
        )
      pending.delete(event.id)
      operations[index] = answered(operation, event, place)
    }
  }
  return operations
}

const operationOf = (invocation: Invocation, place: number): Operation => ({
  id: invocation.id,
  processor: invocation.processor,
  operation: invocation.operation,
  object: invocation.object ?? '',
  argument: invocation.argument,
  result: undefined,
  invoked: place,
  responded: Number.POSITIVE_INFINITY,
})

const answered = (operation: Operation, { result }: Response, place: number): Operation => ({
  ...operation,
  result,
  responded: place,
})

/** Whether an operation has not been answered. */
export const isPending = ({ responded }: Operation): boolean => responded === Number.POSITIVE_INFINITY

/** The operation without its answer: from its invocation on it may take effect at any time, or never. */
export const forgotten = (operation: Operation): Operation => ({
  ...operation,
  result: undefined,
  responded: Number.POSITIVE_INFINITY,
})

/** The events of a history that belong to these operations. */
export function eventsOf(history: History, operations: readonly Operation[]): HistoryEvent[] {
  const places = new Set(operations.flatMap(({ invoked, responded }) => [invoked, responded]))
  return history.filter((_, place) => places.has(place))
}

/** The operations in groups, in the order of the first of each. */
export function groupsBy<K>(
  operations: readonly Operation[],
  keyOf: (operation: Operation) => K,
): Operation[][] {
  const groups = new Map<K, Operation[]>()
  for (const operation of operations) {
    const group = groups.get(keyOf(operation))
    if (group === undefined) groups.set(keyOf(operation), [operation])
    else group.push(operation)
  }
  return [...groups.values()]
}
