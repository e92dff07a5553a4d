import { begunAgain } from '../faults/index.ts'
import { Alarms } from '../formal/alarms.ts'
import type { Sending, StepResult } from '../formal/transition.ts'
import type { ComputedInstance } from '../instance.ts'
import type { AnyAlgorithm, Received } from '../model/index.ts'
import { crossingProblem } from './crossings.ts'
import { Detections } from './detections.ts'
import { type Due, Dues, earlier, eventOf } from './due.ts'
import * as events from './event-problem.ts'
import { copiesProblem, countedOf, sentThrough } from './fates.ts'
import { FaultLedger, faultProblem } from './fault-ledger.ts'
import { firstProblem } from './first-problem.ts'
import type { Header, RecordedEvent, RecordedSending } from './format.ts'
import { MarksMade } from './marks-made.ts'
import { Overtaking } from './overtaking.ts'
import { Replica } from './replica.ts'
import { SentSizes } from './sent-sizes.ts'
import { Traffic } from './traffic.ts'
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
  readonly traffic: Traffic
  readonly sizes: SentSizes
  readonly marks = new MarksMade()
  readonly use: Use | null
  readonly #dues = new Dues()
  readonly #alarms: Alarms
  readonly #detections: Detections
  readonly #overtaking: Overtaking | null
  /** What the event at work sends, as the algorithm says it. */
  #sends: readonly Sending[] = []
  #processor = -1

  constructor(header: Header, algorithm: AnyAlgorithm, instance: ComputedInstance) {
    this.header = header
    this.algorithm = algorithm
    this.replica = new Replica(begunAgain(algorithm, instance, header), instance, header.seed)
    this.faults = FaultLedger.of(header, instance.network.n)
    if (this.faults !== null) this.replica.fails(this.faults)
    this.#detections = new Detections(header, algorithm, instance.network)
    this.traffic = new Traffic(instance.network.n)
    this.#alarms = new Alarms(instance)
    this.#overtaking = header.fifo || algorithm.requires.fifo === true ? new Overtaking() : null
    this.use = Use.of(algorithm, instance.network)
    this.sizes = new SentSizes(algorithm, instance, header.timing)
    this.#dues.wakeAll(instance.wakeTimes, header.timing === 'synchronous')
  }

  /** Carries out one event; null, or what is wrong with it. After the first that is wrong, nothing makes sense. */
  event(event: RecordedEvent): string | null {
    const { time, processor } = event
    const { now, instance } = this.replica
    const misplaced = events.orderProblem(event, instance.network.n, now, this.#processor)
    if (misplaced !== null) return misplaced
    if (time > now && this.#stops(false))
      return `the execution is over since ${now}, when \`stopWhen\` of the algorithm became true`
    this.replica.now = time
    const wrong = faultProblem(this.faults, event, this.replica) ?? this.#detections.problem(event)
    const problem = wrong ?? this.#apply(event)
    if (event.crashes) this.#dues.crash(processor, event.back)
    if (event.back !== undefined) this.replica.revive(processor)
    this.#processor = processor
    this.events++
    return problem
  }

  #apply(event: RecordedEvent): string | null {
    const { time, processor } = event
    const first = this.#first
    const due = this.#dues.take(time, processor)
    return (
      events.dueProblem(event, due.length + this.#alarms.dueAt(processor, time).length, first) ??
      events.inputProblem(event, due) ??
      (event.lies ? this.#takeLie(event, due) : this.#compareOutput(event, due)) ??
      copiesProblem(event) ??
      firstProblem(event.sent, (sending, i) => this.#post(event, sending, i))
    )
  }

  /** What a liar sends is what the record says. */
  #takeLie(event: RecordedEvent, due: readonly Due[]): null {
    const { time, processor, crossings = [] } = event
    this.#receive(due)
    this.replica.lie(event)
    this.use?.add(processor, time, crossings)
    this.#sends = event.sent
    return null
  }

  #compareOutput(event: RecordedEvent, due: readonly Due[]): string | null {
    const { time, processor, sent, copies = 0, crossings = [] } = event
    const before = this.replica.status[processor]!
    const inbox = this.#receive(due)
    const step = this.#compute(event, inbox)
    if (typeof step === 'string') return step
    const wrong = events.timeoutProblem(event, step.timeouts) ?? crossingProblem(crossings, step.crossings)
    if (wrong !== null) return wrong
    this.use?.add(processor, time, step.crossings)
    const through = sentThrough(event, step.sent)
    if (typeof through === 'string') return through
    this.#sends = copies === 0 ? through : [...through, ...sent.slice(sent.length - copies)]
    for (const { message } of countedOf(event, step.sent)) this.traffic.count(processor, message)
    for (const mark of step.marks) this.marks.make(mark, processor, time)
    const after = this.replica.status[processor]
    if (this.algorithm.uponRound !== undefined && after === 'awake') this.#dues.round(time + 1, processor)
    return (
      events.terminationProblem(event, before, after!) ??
      events.outputProblem(copies === 0 ? sent : sent.slice(0, sent.length - copies), through)
    )
  }

  /** Takes the messages that are due out of transit. */
  #receive(due: readonly Due[]): Received[] {
    return due.flatMap((one) =>
      one.kind === 'message' ? [{ message: this.traffic.take(one), from: one.channel }] : [],
    )
  }

  #compute(event: RecordedEvent, inbox: readonly Received[]): StepResult | string {
    const { time, processor, wakes, recovers = false, crossings = [], detected } = event
    const round = this.header.timing === 'synchronous' ? time : null
    const timed = { ...this.#alarms.at(processor, time), detected }
    try {
      const step = this.replica.compute(processor, wakes, inbox, round, { crossings, recovers, ...timed })
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
    const step = this.#compute(eventOf(first, due), this.#receive(due))
    return typeof step === 'string' ? `comp(${processor}) at ${time}: ${step}` : null
  }

  /** Puts a message in transit if it takes as long as it may. */
  #post(
    { time, processor }: RecordedEvent,
    { channel, arrival }: RecordedSending,
    index: number,
  ): string | null {
    const { network } = this.replica.instance
    const name = `out[${index}], m_${this.traffic.posted},`
    const late =
      events.sendingProblem(this.header, time, arrival) ??
      this.#overtaking?.problem(processor, channel, arrival) ??
      null
    if (late !== null) return `${name} ${late}`
    const { message } = this.#sends[index]!
    const receiver = network.neighbor(processor, channel)
    const id = this.traffic.post(arrival - time)
    if (this.faults?.isDown(receiver, arrival)) return null
    this.traffic.enter(id, { message, sender: processor, sentAt: time })
    this.#dues.message(arrival, receiver, network.mirror(processor, channel), id)
    return null
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
