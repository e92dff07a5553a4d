/** What is required of broadcasts: Attiya & Welch, 2nd edition, section 8.1; Hadzilacos & Toueg 1994. */
import type { Finding, History, HistoryProperty, Invocation, Output, Value } from '../model/index.ts'
import { followed } from './followed.ts'

/** What one processor broadcasts for all to deliver, told apart by its value. */
export interface Broadcast {
  readonly broadcast: number
}

/** The value of the output `deliver`: who broadcast it, by its identifier, and what. */
export interface Delivery {
  readonly from: number
  readonly value: number
}

/** What was broadcast and has not been delivered everywhere. */
interface Sent {
  readonly value: Value
  readonly sender: number
  /** How many its sender broadcast before. */
  readonly number: number
  /** By sender, how many had been delivered at its sender, or were its sender's own. */
  readonly past: readonly number[]
  readonly missing: Set<number>
}

/** Everything that is on its way; it forgets what has been delivered everywhere. */
class OnTheirWay {
  /** By processor and sender, how many have been delivered. */
  readonly delivered: number[][]
  readonly #n: number
  readonly #sent = new Map<Value, Sent>()
  readonly #broadcast: number[]

  constructor(n: number) {
    this.#n = n
    this.delivered = Array.from({ length: n }, () => new Array<number>(n).fill(0))
    this.#broadcast = new Array<number>(n).fill(0)
  }

  broadcast({ processor, argument }: Invocation): void {
    const number = this.#broadcast[processor]!++
    const past = [...this.delivered[processor]!]
    past[processor] = number
    const missing = new Set(Array.from({ length: this.#n }, (_, p) => p))
    this.#sent.set(argument, { value: argument, sender: processor, number, past, missing })
  }

  find({ value }: Output): Sent | undefined {
    return this.#sent.get((value as Delivery).value)
  }

  deliver(sent: Sent, processor: number): void {
    this.delivered[processor]![sent.sender]!++
    sent.missing.delete(processor)
    if (sent.missing.size === 0) this.#sent.delete(sent.value)
  }
}

/** What a delivery must satisfy, given what is on its way. */
type OfDelivery = (sent: Sent, delivery: Output, onTheirWay: OnTheirWay) => Finding

/** A safety property that looks at each delivery of what was broadcast. */
function ofDeliveries(
  made: (n: number) => OfDelivery,
  unknown?: (delivery: Output) => Finding,
): HistoryProperty {
  return followed((n) => {
    const onTheirWay = new OnTheirWay(n)
    const check = made(n)
    return (event) => {
      if (event.kind === 'invocation') onTheirWay.broadcast(event)
      if (event.kind !== 'output') return true
      const sent = onTheirWay.find(event)
      if (sent === undefined) return unknown?.(event) ?? true
      const finding = check(sent, event, onTheirWay)
      onTheirWay.deliver(sent, event.processor)
      return finding
    }
  })
}

/** “p_2 delivers 7 of p_0 at time 3”. */
const deliveryText = ({ value, sender }: Sent, { processor, time }: Output): string =>
  `p_${processor} delivers ${value} of p_${sender} at time ${time}`

/** Nothing is delivered that was not broadcast, nothing twice, and under the name of its sender. */
export const integrity = ofDeliveries(
  (n) => {
    const names = new Array<number | undefined>(n)
    return (sent, delivery) => {
      if (!sent.missing.has(delivery.processor)) return `${deliveryText(sent, delivery)} for the second time`
      const { from } = delivery.value as Delivery
      const name = (names[sent.sender] ??= from)
      return (
        (name === from && names.indexOf(from) === sent.sender) ||
        `${deliveryText(sent, delivery)} as if it were of ${from}`
      )
    }
  },
  ({ processor, time, value }) =>
    `p_${processor} delivers ${(value as Delivery).value} at time ${time}, which nobody has broadcast or everyone has delivered`,
)

/**
 * What a correct processor broadcasts or delivers, all correct ones deliver: validity and agreement. Where nobody fails,
 * everything that was broadcast is delivered everywhere.
 */
export const everywhere: HistoryProperty = {
  kind: 'liveness',
  check(history: History, n: number, _?: unknown, fails: (processor: number) => boolean = () => false) {
    const onTheirWay = new OnTheirWay(n)
    const all: Sent[] = []
    for (const event of history) {
      if (event.kind === 'response') continue
      if (event.kind === 'invocation') {
        onTheirWay.broadcast(event)
        all.push(onTheirWay.find({ ...event, kind: 'output', output: '', value: { value: event.argument } })!)
        continue
      }
      const sent = onTheirWay.find(event)
      if (sent !== undefined) onTheirWay.deliver(sent, event.processor)
    }
    const correct = Array.from({ length: n }, (_, p) => p).filter((p) => !fails(p))
    for (const { sender, missing, value } of all) {
      const never = correct.find((p) => missing.has(p))
      const one = fails(sender) ? correct.find((p) => !missing.has(p)) : sender
      if (never === undefined || one === undefined) continue
      return `p_${never} never delivers ${value}, which p_${one} has ${one === sender ? 'broadcast' : 'delivered'}`
    }
    return true
  },
}

/** What one processor broadcasts is delivered in the order in which it did. */
export const fifoOrder = ofDeliveries(
  () => (sent, delivery, onTheirWay) =>
    onTheirWay.delivered[delivery.processor]![sent.sender] === sent.number ||
    `${deliveryText(sent, delivery)} before what p_${sent.sender} broadcast earlier`,
)

/**
 * Nothing is delivered before what its sender had delivered or broadcast when it broadcast it. As long as that is so,
 * those of one sender are delivered in their order, and how many of each there were says which.
 */
export const causalOrder = ofDeliveries(() => (sent, delivery, onTheirWay) => {
  const delivered = onTheirWay.delivered[delivery.processor]!
  const early = sent.past.findIndex((before, sender) => delivered[sender]! < before)
  if (early >= 0)
    return `${deliveryText(sent, delivery)}, but not before it what p_${early} had broadcast and p_${sent.sender} knew`
  return true
})

/** All deliver in one order: as each is to deliver everything, what comes k-th somewhere comes k-th everywhere. */
export const totalOrder = ofDeliveries((n) => {
  const places = new Array<number>(n).fill(0)
  const order = new Map<number, { readonly sent: Sent; readonly first: number; times: number }>()
  return (sent, delivery) => {
    const { processor } = delivery
    const place = places[processor]!++
    const other = order.get(place)
    if (other === undefined) {
      order.set(place, { sent, first: processor, times: 1 })
      return true
    }
    if (other.sent !== sent)
      return `${deliveryText(sent, delivery)} where p_${other.first} has delivered ${other.sent.value}`
    if (++other.times === n) order.delete(place)
    return true
  }
})
