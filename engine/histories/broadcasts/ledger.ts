import type { HistoryEvent, Invocation, Output, Value } from '../../model/index.ts'
import { Chronicle } from '../chronicle.ts'
import { valueKey } from '../same-value.ts'
import { valueText } from '../text.ts'

/** What was broadcast once, and who has delivered it. */
export interface BroadcastMessage {
  readonly from: number
  /** Among those of its sender, from 0. */
  readonly index: number
  readonly value: Value
  readonly broadcast: Invocation
  /** By processor. */
  readonly deliveries: Map<number, Output>
}

/** What an event of a broadcast service means. */
type Entry =
  | { readonly kind: 'broadcast'; readonly message: BroadcastMessage }
  | { readonly kind: 'delivery'; readonly message: BroadcastMessage; readonly at: Output }
  /** The delivery of what its sender has not broadcast so far. */
  | { readonly kind: 'unknown'; readonly from: number; readonly value: Value; readonly at: Output }
  /** One delivery more than there were broadcasts; `messages` are all of this sender and value. */
  | { readonly kind: 'again'; readonly messages: readonly BroadcastMessage[]; readonly at: Output }

/**
 * The broadcasts and deliveries of a history: invocations `broadcast(value)`, outputs `deliver` with `{ from, value }`.
 * What the same sender broadcasts twice is two messages, of which a processor delivers the earlier one first.
 */
export class Ledger {
  /** By sender, in the order of broadcasting. */
  readonly sent = new Map<number, BroadcastMessage[]>()
  readonly #byContent = new Map<string, BroadcastMessage[]>()
  readonly #chronicle = new Chronicle()

  /** All messages. */
  messages(): BroadcastMessage[] {
    return [...this.sent.values()].flat()
  }

  enter(event: HistoryEvent): Entry | null {
    this.#chronicle.add(event)
    if (event.kind === 'invocation' && event.operation === 'broadcast')
      return { kind: 'broadcast', message: this.#broadcast(event) }
    if (event.kind === 'output' && event.output === 'deliver') return this.#deliver(event)
    return null
  }

  /** Some of the events, in the order in which they came. */
  inOrder(events: readonly HistoryEvent[]): HistoryEvent[] {
    return this.#chronicle.inOrder(events)
  }

  #broadcast(event: Invocation): BroadcastMessage {
    const { processor: from, argument: value } = event
    const own = listIn(this.sent, from)
    const message = { from, index: own.length, value, broadcast: event, deliveries: new Map() }
    own.push(message)
    listIn(this.#byContent, valueKey([from, value])).push(message)
    return message
  }

  #deliver(at: Output): Entry {
    const { from, value } = at.value as { readonly from: number; readonly value?: Value }
    const messages = this.#byContent.get(valueKey([from, value])) ?? []
    if (messages.length === 0) return { kind: 'unknown', from, value, at }
    const message = messages.find(({ deliveries }) => !deliveries.has(at.processor))
    if (message === undefined) return { kind: 'again', messages, at }
    message.deliveries.set(at.processor, at)
    return { kind: 'delivery', message, at }
  }
}

function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  let list = lists.get(key)
  if (list === undefined) lists.set(key, (list = []))
  return list
}

/** What sentences call a message: “a of p_0”. */
export const messageName = ({ from, value }: { readonly from: number; readonly value: Value }): string =>
  `${valueText(value)} of p_${from}`
