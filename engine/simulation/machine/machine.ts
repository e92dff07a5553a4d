import type {
  AnyAlgorithm,
  Channel,
  ConfigurationView,
  Instance,
  Knowledge,
  Message,
  Processor,
  Received,
} from '../../model/index.ts'
import type { Streams } from '../../random.ts'
import type { Graph } from '../../topology/graph.ts'
import { Outbox } from '../transit/outbox.ts'
import { Parcels } from '../transit/parcels.ts'
import { Payloads, type Scrutiny } from '../transit/payloads.ts'
import { Actions } from './actions.ts'
import type { Clients } from './clients.ts'
import { Coins } from './coins.ts'
import * as doings from './doing.ts'
import type { Failures } from './failures.ts'
import { tellers } from './knowledge.ts'
import { Marks } from './marks.ts'
import type { Observer } from './observer.ts'
import { ProcessorHandle } from './processor-handle.ts'
import { recover } from './recover.ts'
import { Statuses } from './statuses.ts'
import { Timers } from './timers.ts'
import { told } from './told.ts'

// Copies: an imported constant is looked up each time.
const { IN_INITIAL_STATE, IN_START, IN_ROUND } = doings

/**
 * The processors of one execution: their states, what they do in a computation event, and how many messages that takes.
 *
 * A loop decides when events happen. For each event it calls `begin`, then `wake`, `receive` or `round` for what the
 * processor processes, and `count` at the end. What was sent is then in the outbox, for the loop to put in transit.
 */
export class Machine implements ConfigurationView {
  readonly algorithm: AnyAlgorithm
  readonly instance: Instance
  readonly graph: Graph
  readonly states: object[]
  readonly statuses: Statuses
  readonly payloads: Payloads
  readonly parcels: Parcels
  /** What the current event has sent, and perhaps some events before it. */
  readonly outbox = new Outbox()
  readonly actions: Actions
  readonly marks: Marks
  /** Looks on; null if nobody does. */
  readonly observer: Observer | null
  /** Those who use the processors, their timers, what fails; null without a service, clocks, faults. */
  readonly clients: Clients | null
  readonly timers: Timers | null
  readonly failures: Failures | null
  /** The time of the event, or its round, which the loop sets: to pass a double as an argument takes memory. */
  now = 0
  /** What each processor is told at first, and what the processor at work is doing. */
  tell: (processor: number) => unknown = () => null
  doing: number = IN_INITIAL_STATE
  messages = 0
  compEvents = 0
  /** How many messages each processor has sent, and the largest of these numbers. */
  readonly sentBy: Uint32Array
  sentMax = 0
  /** How many have woken by themselves. */
  initiators = 0
  /** The processor at work as its handlers see it. */
  readonly processor: Processor
  readonly #handlers: readonly ((p: Processor, state: object, message: Message, from: Channel) => void)[]

  constructor(
    algorithm: AnyAlgorithm,
    instance: Instance & { readonly network: Graph },
    streams: Streams,
    observer: Observer | null = null,
    scrutiny: Scrutiny = observer === null ? 'first' : 'all',
    clients: Clients | null = null,
    failures: Failures | null = null,
  ) {
    this.algorithm = algorithm
    this.instance = instance
    this.graph = instance.network
    // Room for all, which grows only where an array of that length would be a table.
    this.states = new Array(Math.min(this.graph.n, 2 ** 25))
    this.statuses = new Statuses(this.graph.n)
    const { uponReceiving = null } = algorithm
    this.payloads = new Payloads(uponReceiving && Object.keys(uponReceiving), scrutiny)
    this.parcels = new Parcels(this.graph.degreeMax)
    this.observer = observer
    this.clients = clients
    this.timers = Timers.of(algorithm, instance)
    this.failures = failures
    this.sentBy = new Uint32Array(this.graph.n)
    const { outbox, payloads, statuses } = this
    const coins = new Coins(algorithm, streams)
    this.actions = new Actions(outbox, payloads, statuses, coins, algorithm, instance, failures !== null)
    this.marks = new Marks(algorithm)
    this.processor = new ProcessorHandle(this.actions, told(this))
    this.#handlers = Object.values(uponReceiving ?? {})
  }

  /** Puts every processor in its initial state; `seed` is that of the coins. */
  initialize(seed = 0): void {
    const { actions, algorithm, graph, states } = this
    this.tell = tellers(algorithm, this.instance, graph, seed)
    for (actions.processor = 0; actions.processor < graph.n; actions.processor++)
      states[actions.processor] = algorithm.initially(this.tell(actions.processor) as Knowledge)
  }

  /** The processor at work, and its first slot. */
  get current(): number {
    return this.actions.processor
  }

  get firstSlot(): number {
    return this.actions.firstSlot
  }

  terminated(processor: number): boolean {
    return this.statuses.terminated(processor) && !this.crashed(processor)
  }

  readonly asleep = (processor: number): boolean => this.statuses.asleep(processor)
  readonly crashed = (processor: number): boolean => this.failures?.hasCrashed(processor) ?? false
  readonly faulty = (processor: number): boolean => this.failures?.isFaulty(processor) ?? false

  /** Starts a computation event of a processor. One of a terminated processor does nothing and is not counted. */
  begin(processor: number): void {
    this.actions.turnTo(processor, this.graph)
    const back = this.failures?.comesBack(processor, this.now) === true
    if (back || !this.statuses.terminated(processor)) this.compEvents++
    this.observer?.begins(processor, this.now)
    if (back) recover(this)
  }

  /** The processor wakes by itself, unless a message has woken it before. */
  wake(): void {
    const { processor } = this.actions
    this.observer?.wakes()
    if (!this.statuses.asleep(processor)) return
    this.statuses.wake(processor)
    this.initiators++
    this.#start()
  }

  #start(): void {
    this.doing = IN_START
    this.algorithm.uponStart?.(this.processor, this.states[this.actions.processor]!)
  }

  /** The processor processes the message on one of its channels. If it has terminated, it takes it and does nothing. */
  receive(channel: Channel, payload: number): void {
    const { payloads, current: processor } = this
    this.observer?.processes(this.actions.firstSlot + channel, payloads.messages[payload]!)
    if (!this.statuses.awake(processor) && !this.wakesByMessage()) return payloads.drop(payload)
    const message = payloads.take(payload)
    const type = payloads.latestType
    this.doing = type
    const handle = this.#handlers[type]!
    handle(this.processor, this.states[processor]!, message, channel)
  }

  /** The processor takes one step of an algorithm that is written in rounds. If it has terminated, it does nothing. */
  round(inbox: readonly Received[]): void {
    for (const { message, from } of inbox) this.observer?.processes(this.firstSlot + from, message)
    if (!this.statuses.awake(this.current) && !this.wakesByMessage()) return
    this.doing = IN_ROUND
    this.algorithm.uponRound!(this.processor, this.states[this.current]!, inbox)
  }

  /** A message comes to the processor, which is not awake: it wakes, unless it has terminated. Whether it is awake then. */
  wakesByMessage(): boolean {
    const { processor } = this.actions
    if (this.statuses.terminated(processor)) return false
    this.statuses.wake(processor)
    if (this.algorithm.wokenByMessage !== 'joins') this.#start()
    return this.statuses.awake(processor)
  }

  /** Ends an event: counts what it sent. Where there are faults, they have their say first. */
  count(): void {
    const { outbox, failures, sentBy } = this
    const { length, counted } = outbox
    if (failures === null && length === counted) return
    const messages = failures === null ? length - counted : failures.endEvent(this)
    this.messages += messages
    const sent = (sentBy[this.current]! += messages)
    if (sent > this.sentMax) this.sentMax = sent
    outbox.counted = outbox.length
  }

  /** Finds the receivers of what is in the outbox. For many messages at once, since cache misses in one loop overlap. */
  route(): void {
    const { senders, slots, routed, length, receivers, mirrors } = this.outbox
    if (length > routed) this.graph.route(senders, slots, routed, length, receivers, mirrors)
    this.outbox.routed = length
  }
}
