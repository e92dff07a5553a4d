import { Alarms } from '../formal/alarms.ts'
import type { Sending, StepResult } from '../formal/transition.ts'
import type { ComputedInstance } from '../instance.ts'
import type { AnyAlgorithm, Message, Received } from '../model/index.ts'
import { crossingProblem } from './crossings.ts'
import { type Due, Dues, earlier } from './due.ts'
import { dueProblem, inputProblem, outputProblem, sendingProblem, timeoutProblem } from './event-problem.ts'
import { copiesProblem, countedOf, sentThrough } from './fates.ts'
import { FaultLedger } from './fault-ledger.ts'
import { firstProblem } from './first-problem.ts'
import type { Header, RecordedEvent, RecordedSending } from './format.ts'
import { MarksMade } from './marks-made.ts'
import { Overtaking } from './overtaking.ts'
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
  /** What fails; null if nothing does. */
  readonly faults: FaultLedger | null
  events = 0
  /** The messages that count, and all that were put in transit. */
  messages = 0
  posted = 0
  /** How many have woken by themselves. */
  initiators = 0
  readonly messagesByType: Record<string, number> = {}
  readonly sentBy: Uint32Array
  readonly sizes: SentSizes
  readonly marks = new MarksMade()
  readonly use: Use | null
  /** When the last message was processed, and the largest delay of all messages sent. */
  lastProcessed = 0
  delayMax = 0
  readonly #dues = new Dues()
  readonly #alarms: Alarms
  readonly #inTransit = new Map<number, Sent>()
  readonly #overtaking: Overtaking | null
  /** What the event at work sends, as the algorithm says it. */
  #sends: readonly Sending[] = []
  #processor = -1

  constructor(header: Header, algorithm: AnyAlgorithm, instance: ComputedInstance) {
    this.header = header
    this.algorithm = algorithm
    this.replica = new Replica(algorithm, instance, header.seed)
    this.faults = FaultLedger.of(header, instance.network.n)
    if (this.faults !== null) this.replica.faulty = this.faults.isFaulty
    this.sentBy = new Uint32Array(instance.network.n)
    this.#alarms = new Alarms(instance)
    this.#overtaking = header.fifo || algorithm.requires.fifo === true ? new Overtaking() : null
    this.use = Use.of(algorithm, instance.network)
    this.sizes = new SentSizes(algorithm, instance, header.timing)
    this.#dues.wakeAll(instance.wakeTimes, this.#synchronous)
  }

  get #synchronous(): boolean {
    return this.header.timing === 'synchronous'
  }

  /** The message of this number, if it is in transit. */
  readonly inTransit = (id: number): Sent | undefined => this.#inTransit.get(id)

  /** Carries out one event; null, or what is wrong with it. After the first that is wrong, nothing makes sense. */
  event(event: RecordedEvent): string | null {
    const { time, processor } = event
    const { now, instance } = this.replica
    const { n } = instance.network
    if (processor >= n) return `there is no p_${processor} among ${n} processors`
    if (this.events > 0 && (time < now || (time === now && processor <= this.#processor)))
      return `it comes after p_${this.#processor} at ${now}; events are in the order of time, at equal times of processors`
    if (time > now && this.#stops(false))
      return `the execution is over since ${now}, when \`stopWhen\` of the algorithm became true`
    this.replica.now = time
    const problem = this.#faultProblem(event) ?? this.#apply(event)
    if (event.crashes) this.#crash(processor)
    this.#processor = processor
    this.events++
    return problem
  }

  /** It takes no more steps; it has not terminated, whatever it did in its last. */
  #crash(processor: number): void {
    this.#dues.forget(processor)
    this.replica.status[processor] = 'awake'
  }

  #faultProblem(event: RecordedEvent): string | null {
    const { network } = this.replica.instance
    if (this.faults !== null) return this.faults.note(event, this.replica.status[event.processor]!, network)
    const { strays, copies, lies, crashes } = event
    return strays || copies || lies || crashes
      ? 'something fails in it, but the header names no faults'
      : null
  }

  #apply(event: RecordedEvent): string | null {
    const { time, processor } = event
    const first = this.#first
    const due = this.#dues.take(time, processor)
    // A liar may do something at any time.
    const least = event.lies ? 1 : 0
    return (
      dueProblem(event, due.length + this.#alarms.dueAt(processor, time).length + least, first) ??
      inputProblem(event, due) ??
      (event.lies ? this.#takeLie(event, due) : this.#compareOutput(event, due)) ??
      copiesProblem(event) ??
      firstProblem(event.sent, (sending, i) => this.#post(event, sending, i))
    )
  }

  /** What a liar sends is what the record says. */
  #takeLie(
    { time, processor, wakes, sent, terminates, crossings = [] }: RecordedEvent,
    due: readonly Due[],
  ): null {
    this.#receive(due, time)
    if (wakes && this.replica.status[processor] === 'asleep') this.initiators++
    this.replica.lie(processor, terminates)
    this.use?.add(processor, time, crossings)
    this.#sends = sent
    return null
  }

  #compareOutput(event: RecordedEvent, due: readonly Due[]): string | null {
    const { time, processor, wakes, sent, crossings = [] } = event
    const inbox = this.#receive(due, time)
    const before = this.replica.status[processor]
    if (wakes && before === 'asleep') this.initiators++
    const step = this.#compute(event, inbox)
    if (typeof step === 'string') return step
    const wrong = timeoutProblem(event, step.timeouts) ?? crossingProblem(crossings, step.crossings)
    if (wrong !== null) return wrong
    this.use?.add(processor, time, step.crossings)
    const through = sentThrough(event, step.sent)
    if (typeof through === 'string') return through
    const copies = sent.slice(sent.length - (event.copies ?? 0))
    this.#sends = [...through, ...copies]
    for (const { message } of countedOf(event, step.sent)) this.#count(processor, message)
    for (const mark of step.marks) this.marks.make(mark, processor, time)
    const after = this.replica.status[processor]
    if (!event.crashes && event.terminates !== (after === 'terminated' && before !== after))
      return event.terminates ? 'it does not terminate' : 'it terminates, which the record does not say'
    if (this.algorithm.uponRound !== undefined && after === 'awake' && !event.crashes)
      this.#dues.round(time + 1, processor)
    return outputProblem(sent.slice(0, sent.length - copies.length), through)
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

  #compute(event: RecordedEvent, inbox: readonly Received[]): StepResult | string {
    const { time, processor, wakes, crossings = [] } = event
    const round = this.#synchronous ? time : null
    const asks = crossings.filter((one) => one.kind === 'invocation')
    const timed = this.#alarms.at(processor, time)
    try {
      const step = this.replica.compute(processor, wakes, inbox, round, { asks, ...timed })
      this.#alarms.step(processor, time, step, event.crashes)
      this.sizes.add(countedOf(event, step.sent), processor, time)
      return step
    } catch (error) {
      return `the algorithm throws: ${error instanceof Error ? error.message : String(error)}`
    }
  }

  /** What the algorithm throws in the event that is due next; null if there is none, or it throws nothing. */
  failure(): string | null {
    const first = this.next
    if (first === undefined) return null
    const { time, processor } = first
    const due = this.#dues.take(time, processor)
    const wakes = due.some(({ kind }) => kind === 'wake-up')
    const event = { time, processor, wakes, processed: [], sent: [], terminates: false }
    const step = this.#compute(event, this.#receive(due, time))
    return typeof step === 'string' ? `comp(${processor}) at ${time}: ${step}` : null
  }

  /** Puts a message in transit if it takes as long as it may. */
  #post(
    { time, processor }: RecordedEvent,
    { channel, arrival }: RecordedSending,
    index: number,
  ): string | null {
    const { network } = this.replica.instance
    const name = `out[${index}], m_${this.posted},`
    const problem = sendingProblem(this.header, time, arrival)
    if (problem !== null) return `${name} ${problem}`
    if (this.#overtaking?.overtakes(processor, channel, arrival))
      return `${name} overtakes another on its channel`
    this.delayMax = Math.max(this.delayMax, arrival - time)
    const { message } = this.#sends[index]!
    const receiver = network.neighbor(processor, channel)
    const id = this.posted++
    if (this.faults?.hasCrashed(receiver)) return null
    this.#inTransit.set(id, { message, sender: processor, sentAt: time })
    this.#dues.message(arrival, receiver, network.mirror(processor, channel), id)
    return null
  }

  #count(processor: number, { type }: Message): void {
    this.messages++
    this.messagesByType[type] = (this.messagesByType[type] ?? 0) + 1
    this.sentBy[processor]!++
  }

  /** How many have not terminated, of those that neither crashed nor lie. */
  get running(): number {
    const { status } = this.replica
    const runs = (p: number): boolean => !this.faults?.hasCrashed(p) && !this.faults?.isLiar(p)
    return status.filter((one, p) => one !== 'terminated' && runs(p)).length
  }

  get #first(): Due | undefined {
    return earlier(this.#dues.first, this.#alarms.next())
  }

  /** Whether the algorithm says that the execution is over, after a whole moment, if nothing more is asked for. */
  #stops(answered = this.use?.answered === true): boolean {
    const within = this.events === 0 || this.#first?.time === this.replica.now
    return !within && this.algorithm.stopWhen?.(this.replica, answered) === true
  }

  /** What should still happen; of rounds, in which nothing need be sent, the one at work and those that somebody waits for. */
  get unfinished(): Due | undefined {
    if (this.#stops()) return undefined
    if (this.#alarms.next() !== null) return this.#first
    const waits = (p: number) => this.algorithm.waits?.(this.replica.states[p]!) === true
    return this.#dues.firstThat(
      ({ kind, time, processor }) => kind !== 'round' || time === this.replica.now || waits(processor),
    )
  }

  /** What is due next, a round or more; undefined if the execution can only have ended. */
  get next(): Due | undefined {
    return this.#stops() ? undefined : this.#first
  }
}
