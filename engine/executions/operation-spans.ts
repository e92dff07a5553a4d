import type { Crossing, Service, Value } from '../model/index.ts'

/** An operation at a processor as pictures show it, or the time for which what it gave is held. */
export interface OperationSpan {
  readonly processor: number
  /** `pending` from the invocation to the response, `held` from there to the invocation of what follows. */
  readonly kind: 'pending' | 'held'
  readonly operation: string
  readonly argument?: Value
  readonly from: number
  /** Infinity if it does not end. */
  readonly to: number
}

/** What crossed the interface of a processor in one event. */
interface Crossed {
  readonly time: number
  readonly processor: number
  readonly crossings?: readonly Crossing[]
}

/** The spans of events in the order of time, those of each processor in order. */
export function operationSpans({ operations }: Service, events: Iterable<Crossed>): OperationSpan[] {
  const spans: OperationSpan[] = []
  const open = new Map<number, Omit<OperationSpan, 'to'>>()
  const close = (processor: number, to: number): Omit<OperationSpan, 'to'> | undefined => {
    const span = open.get(processor)
    if (span !== undefined) spans.push({ ...span, to })
    open.delete(processor)
    return span
  }
  for (const { time, processor, crossings = [] } of events)
    for (const crossing of crossings)
      if (crossing.kind === 'invocation') {
        close(processor, time)
        const { kind: _, ...call } = crossing
        open.set(processor, { processor, kind: 'pending', ...call, from: time })
        if (operations[call.operation]?.unanswered === true) close(processor, time)
      } else if (crossing.kind === 'response') {
        const answered = close(processor, time)
        if (answered !== undefined && operations[answered.operation]?.followedBy !== undefined)
          open.set(processor, { ...answered, kind: 'held', from: time })
      }
  for (const processor of [...open.keys()]) close(processor, Number.POSITIVE_INFINITY)
  return spans
}
