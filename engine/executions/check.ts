import type { Sending, StepResult } from '../formal/transition.ts'
import type { ComputedInstance } from '../instance.ts'
import type { AnyAlgorithm, Call, Received } from '../model/index.ts'
import { crossingProblem } from './crossings.ts'
import { type Due, Dues } from './due.ts'
import { dueProblem, inputProblem, outputProblem, sendingProblem } from './event-problem.ts'
import { firstProblem } from './first-problem.ts'
import type { Header, RecordedEvent, RecordedSending } from './format.ts'
import { MarksMade } from './marks-made.ts'
import { Replica } from './replica.ts'
import type { Sent } from './sent.ts'
import { SentSizes } from './sent-sizes.ts'
import { Use } from './use.ts'

/**
 * Holds a recorded execution to the model, event by event, by the algorithm's transition function and nothing else
 * of the engine: is each event the one that must come next, does it process what has arrived, send what the
 * algorithm sends, and do its messages take as long as they may? Memory: what is in transit, and the states.
 */
export class ExecutionChecker {
  readonly algorithm: AnyAlgorithm
  readonly header: Header
  readonly replica: Replica
  events = 0
  messages = 0
  /** How many have woken by themselves. */
  initiators = 0
  readonly messagesByType: Record<string, number> = {}
  readonly sentBy: Uint32Array
  readonly sizes: SentSizes
  readonly marks = new MarksMade()
  readonly use: Use | null
  /** When the last message was processed. */
  lastProcessed = 0
  /** The largest delay of all messages sent. */
  delayMax = 0
  readonly #dues = new Dues()
  readonly #inTransit = new Map<number, Sent>()
  /** By processor and channel, when the latest message arrives; where channels are first in, first out. */
  readonly #latest: (number[] | undefined)[] = []
  /** What the event at work sends, as the algorithm says it. */
  #sends: readonly Sending[] = []
  #time = 0
  #processor = -1

  constructor(header: Header, algorithm: AnyAlgorithm, instance: ComputedInstance) {
    this.header = header
    this.algorithm = algorithm
    this.replica = new Replica(algorithm, instance, header.seed)
    this.sentBy = new Uint32Array(instance.network.n)
    this.use = Use.of(algorithm, instance.network)
    this.sizes = new SentSizes(algorithm, instance, header.timing)
    for (let p = 0; p < instance.network.n; p++) {
      const time = instance.wakeTimes[p]!
      if (time !== Number.POSITIVE_INFINITY) this.#dues.wake(this.#synchronous ? Math.ceil(time) : time, p)
    }
  }

  get #synchronous(): boolean {
    return this.header.timing === 'synchronous'
  }

  /** The message of this number, if it is in transit. */
  readonly inTransit = (id: number): Sent | undefined => this.#inTransit.get(id)

  /** Carries out one event; null, or what is wrong with it. After the first that is wrong, nothing makes sense. */
  event(event: RecordedEvent): string | null {
    const { time, processor } = event
    const { n } = this.replica.instance.network
    if (processor >= n) return `there is no p_${processor} among ${n} processors`
    if (this.events > 0 && (time < this.#time || (time === this.#time && processor <= this.#processor)))
      return `it comes after p_${this.#processor} at ${this.#time}; events are in the order of time, at equal times of processors`
    if (time > this.#time && this.#stops)
      return `the execution is over since ${this.#time}, when \`stopWhen\` of the algorithm became true`
    const problem = this.#apply(event)
    this.#time = time
    this.#processor = processor
    this.events++
    return problem
  }

  #apply(event: RecordedEvent): string | null {
    const { time, processor } = event
    const first = this.#dues.first
    const due = this.#dues.take(time, processor)
    return (
      dueProblem(event, due, first) ??
      inputProblem(event, due) ??
      this.#compareOutput(event, due) ??
      firstProblem(event.sent, (sending, i) => this.#post(event, sending, i))
    )
  }

  #compareOutput(event: RecordedEvent, due: readonly Due[]): string | null {
    const { time, processor, wakes, sent, crossings = [] } = event
    const inbox = this.#receive(due, time)
    const before = this.replica.status[processor]
    if (wakes && before === 'asleep') this.initiators++
    const asks = crossings.filter((one) => one.kind === 'invocation')
    const step = this.#compute(processor, wakes, inbox, time, asks)
    if (typeof step === 'string') return step
    const wrong = crossingProblem(crossings, step.crossings)
    if (wrong !== null) return wrong
    this.use?.add(processor, time, step.crossings)
    this.#sends = step.sent
    for (const mark of step.marks) this.marks.make(mark, processor, time)
    const after = this.replica.status[processor]
    if (event.terminates !== (after === 'terminated' && before !== after))
      return event.terminates ? 'it does not terminate' : 'it terminates, which the record does not say'
    if (this.algorithm.uponRound !== undefined && after === 'awake') this.#dues.round(time + 1, processor)
    return outputProblem(sent, step.sent)
  }

  /** Takes the messages that are due out of transit. */
  #receive(due: readonly Due[], time: number): Received[] {
    const inbox: Received[] = []
    for (const { kind, message: id, channel } of due) {
      if (kind !== 'message') continue
      const { message } = this.#inTransit.get(id)!
      this.#inTransit.delete(id)
      this.lastProcessed = time
      inbox.push({ message, from: channel })
    }
    return inbox
  }

  /** What the processor does, or what it throws. */
  #compute(
    processor: number,
    wakes: boolean,
    inbox: readonly Received[],
    time: number,
    asks: readonly Call[] = [],
  ): StepResult | string {
    try {
      const step = this.replica.compute(processor, wakes, inbox, this.#synchronous ? time : null, asks)
      this.sizes.add(step.sent, processor, time)
      return step
    } catch (error) {
      return `the algorithm throws: ${error instanceof Error ? error.message : String(error)}`
    }
  }

  /** What the algorithm throws in the event that is due next; null if there is none, or it throws nothing. */
  failure(): string | null {
    const first = this.#dues.first
    if (first === undefined) return null
    const { time, processor } = first
    const due = this.#dues.take(time, processor)
    const wakes = due.some(({ kind }) => kind === 'wake-up')
    const step = this.#compute(processor, wakes, this.#receive(due, time), time)
    return typeof step === 'string' ? `comp(${processor}) at ${time}: ${step}` : null
  }

  /** Puts a message in transit if it takes as long as it may. */
  #post(
    { time, processor }: RecordedEvent,
    { channel, arrival }: RecordedSending,
    index: number,
  ): string | null {
    const { network } = this.replica.instance
    const name = `out[${index}], m_${this.messages},`
    const problem = sendingProblem(this.header, time, arrival)
    if (problem !== null) return `${name} ${problem}`
    if (this.header.fifo || this.algorithm.requires.fifo === true) {
      const latest = (this.#latest[processor] ??= [])
      if (arrival < (latest[channel] ?? 0)) return `${name} overtakes another on its channel`
      latest[channel] = arrival
    }
    this.delayMax = Math.max(this.delayMax, arrival - time)
    const { message } = this.#sends[index]!
    const receiver = network.neighbor(processor, channel)
    this.#inTransit.set(this.messages, { message, sender: processor, sentAt: time })
    this.#dues.message(arrival, receiver, network.mirror(processor, channel), this.messages)
    this.messages++
    this.messagesByType[message.type] = (this.messagesByType[message.type] ?? 0) + 1
    this.sentBy[processor]!++
    return null
  }

  /** Whether the algorithm says that the execution is over. It does after whole moments only. */
  get #stops(): boolean {
    const within = this.events === 0 || this.#dues.first?.time === this.#time
    return !within && this.algorithm.stopWhen?.(this.replica, false) === true
  }

  /** What should still happen; of rounds, in which nothing need be sent, the one at work and those that somebody waits for. */
  get unfinished(): Due | undefined {
    if (this.#stops) return undefined
    const waits = (p: number) => this.algorithm.waits?.(this.replica.states[p]!) === true
    return this.#dues.firstThat(
      ({ kind, time, processor }) => kind !== 'round' || time === this.#time || waits(processor),
    )
  }

  /** What is due next, a round or more; undefined if the execution can only have ended. */
  get next(): Due | undefined {
    return this.#stops ? undefined : this.#dues.first
  }
}
