import type { History, HistoryEvent, SequentialObject } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'

/** One turn of a processor: it asks if it is idle, else it is answered. */
interface Turn {
  readonly processor: number
  readonly operation: number
  readonly object: number
  readonly value: number
  /** The answer is a chance value, not the one of a run in which operations take effect when they are asked. */
  readonly lies: boolean
  /** An operation takes effect when it is asked, or when it is answered. */
  readonly late: boolean
}

const turn: fc.Arbitrary<Turn> = fc.record({
  processor: fc.nat(2),
  operation: fc.nat(2),
  object: fc.nat(1),
  value: fc.nat(2),
  lies: fc.integer({ min: 0, max: 7 }).map((k) => k === 0),
  late: fc.boolean(),
})

/** What a history is generated of. */
interface Kind {
  readonly object: SequentialObject
  /** What the argument of an operation is, made from a small number. */
  readonly argument: (operation: string, value: number) => unknown
  readonly objects?: number
}

/** Histories of up to `most` operations of three processors: many right, many wrong, some operations without an answer. */
export const generatedHistory = (kind: Kind, most: number): fc.Arbitrary<HistoryEvent[]> =>
  fc.array(turn, { maxLength: 2 * most + 1 }).map((turns) => historyOf(turns, kind, most))

function historyOf(
  turns: readonly Turn[],
  { object, argument, objects = 1 }: Kind,
  most: number,
): HistoryEvent[] {
  const history: HistoryEvent[] = []
  const states = new Map<string, unknown>()
  const open = new Map<number, { readonly id: number; readonly take: () => unknown; result: unknown }>()
  let id = 0
  for (const [time, { processor, operation: index, object: place, value, lies, late }] of turns.entries()) {
    const asked = open.get(processor)
    if (asked !== undefined) {
      open.delete(processor)
      const due = asked.result === undefined ? asked.take() : asked.result
      history.push({ kind: 'response', processor, time, id: asked.id, result: lies ? value : due })
      continue
    }
    if (id === most) continue
    const operation = object.operations[index % object.operations.length]!
    const name = `o${place % objects}`
    const given = argument(operation, value)
    const take = () => {
      const state = states.has(name) ? states.get(name) : object.initial
      const step = object.apply(state, operation, given, processor)
      states.set(name, step.state)
      return step.result ?? null
    }
    open.set(processor, { id, take, result: late ? undefined : take() })
    const of = objects === 1 ? {} : { object: name }
    history.push({ kind: 'invocation', processor, time, id: id++, operation, argument: given, ...of })
  }
  return history
}

/** The events of a history without those that do not pass; responses go with their invocations. */
export function without(history: History, ids: ReadonlySet<number>): HistoryEvent[] {
  return history.filter((event) => event.kind === 'output' || !ids.has(event.id))
}

/** The history in which these operations have no answer. */
export function forgetting(history: History, ids: ReadonlySet<number>): HistoryEvent[] {
  return history.filter((event) => event.kind !== 'response' || !ids.has(event.id))
}
