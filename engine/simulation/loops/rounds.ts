import { goesOn } from '../machine/goes-on.ts'
import type { Machine } from '../machine/machine.ts'
import type { LoopEnd } from '../machine/measures.ts'
import { serve } from '../machine/serve.ts'
import { showSends } from '../machine/show-sends.ts'
import { runningIn, transmittedIn } from '../machine/tallies.ts'
import type { Watch } from '../machine/watch.ts'
import { Arrivals } from '../queues/arrivals.ts'
import type { Absorber } from '../transit/absorber.ts'
import { INVOCATION, WAKE_UP } from '../transit/parcels.ts'
import { absorberFor } from './absorber-for.ts'
import { everyoneComputes } from './everyone-computes.ts'
import { processTogether } from './process-together.ts'
import { wakeRounds } from './wake-rounds.ts'

/** The most messages for which memory is set aside ahead of need: 1.5 GiB for the two rounds. */
const mostReserved = 2 ** 25

/** About how many messages are put in transit together. */
const batch = 1024

/**
 * A synchronous execution. Round 0 is the start: what it sends is in the outbufs of the initial configuration.
 * Each round k ≥ 1 delivers everything that was sent in round k − 1; then the processors compute.
 */
export class RoundLoop {
  readonly #machine: Machine
  readonly #roundDriven: boolean
  readonly #watch: Watch
  /** What the current round processes, and what the next one will. */
  #arriving: Arrivals
  #sent: Arrivals
  readonly #absorber: Absorber | null
  readonly #batch: number
  /** The wake-ups that have not entered yet. */
  readonly #wakeRounds: Map<number, number[]>
  /** By round, which processors are to be asked for something, or come back after a crash. */
  readonly #invocations = new Map<number, number[]>()
  #round = 0
  /** When the last of all messages arrives. */
  #latest = 0

  /** `roundDriven`: whether the algorithm is written in rounds. */
  constructor(machine: Machine, roundDriven: boolean, watch: Watch) {
    const expected = Math.min(machine.graph.m, mostReserved)
    this.#machine = machine
    this.#roundDriven = roundDriven
    this.#watch = watch
    this.#arriving = new Arrivals(machine, expected)
    this.#sent = new Arrivals(machine, expected)
    // Where algorithms are written in rounds, a message that is on its way lets everyone take a step.
    this.#absorber = roundDriven ? null : absorberFor(machine, watch)
    this.#batch = machine.observer === null ? batch : 1
    this.#wakeRounds = wakeRounds(machine.instance.wakeTimes)
  }

  run(): LoopEnd {
    const machine = this.#machine
    const watch = this.#watch
    const compute = this.#roundDriven ? everyoneComputes : processTogether
    let lastProcessed = 0
    for (; !watch.stopped; this.#round++) {
      this.#enterWakeUps(this.#round + 1, this.#sent)
      machine.now = this.#round
      machine.failures?.filter(this.#arriving, machine)
      if (this.#round === 0) this.#wakeUp()
      else if (compute(machine, this.#arriving, this.#endEvent, watch)) lastProcessed = this.#round
      this.#enterInvocations(this.#round + 1, this.#sent)
      this.#transmit()
      this.#turn()
      if (watch.stopped || watch.isOver(machine)) break
      if (this.#rests() || watch.exceeds(this.#round + 1, transmittedIn(machine))) break
    }
    // Nothing processes what crashed processors should have.
    if (machine.failures === null)
      lastProcessed = watch.processedBy(lastProcessed, this.#latest, machine.messages)
    return { lastProcessed, delayMax: this.#latest > 0 ? 1 : 0, timeUnit: 1, rounds: this.#round }
  }

  /** Round 0, in which nothing can arrive. */
  #wakeUp(): void {
    const machine = this.#machine
    const { clients, graph } = machine
    const wakes = new Set(this.#wakeRounds.get(0))
    this.#wakeRounds.delete(0)
    for (let p = 0; p < graph.n && !this.#watch.stopped; p++) {
      const asked = clients?.times[p] === 0
      if (!wakes.has(p) && !asked) {
        if (clients !== null) this.#expectInvocation(p)
        continue
      }
      machine.begin(p)
      if (wakes.has(p)) machine.wake()
      this.#endEvent()
    }
  }

  /** Wake-ups enter before the messages of their round; the sort is stable, so they stay before them. */
  #enterWakeUps(round: number, arrivals: Arrivals): void {
    for (const p of this.#wakeRounds.get(round) ?? []) arrivals.add(p, 0, WAKE_UP)
    this.#wakeRounds.delete(round)
  }

  /** Whoever is to be asked for something in a round has an event there, at whose end it is asked. */
  #enterInvocations(round: number, arrivals: Arrivals): void {
    for (const p of this.#invocations.get(round) ?? []) arrivals.add(p, 0, INVOCATION)
    this.#invocations.delete(round)
  }

  /** Notes in which round the processor is asked next: the first that does not begin before the time. */
  #expectInvocation(processor: number): void {
    const clients = this.#machine.clients!
    if (!clients.isNew(processor)) return
    this.#expect(processor, Math.ceil(clients.times[processor]!))
  }

  #expect(processor: number, round: number): void {
    const group = this.#invocations.get(round)
    if (group === undefined) this.#invocations.set(round, [processor])
    else group.push(processor)
  }

  readonly #endEvent = (): void => {
    const machine = this.#machine
    if (machine.clients !== null) {
      serve(machine)
      this.#expectInvocation(machine.current)
    }
    machine.count()
    const back = machine.failures?.takeBack() ?? Number.POSITIVE_INFINITY
    if (back < Number.POSITIVE_INFINITY) this.#expect(machine.current, back)
    if (machine.outbox.length >= this.#batch) this.#transmit()
    if (this.#watch.checksSafety) this.#watch.afterEvent(machine)
    machine.observer?.ends(machine.terminated(machine.current))
  }

  /** Puts what is in the outbox in transit. */
  #transmit(): void {
    const machine = this.#machine
    const { outbox } = machine
    machine.route()
    outbox.arrivals.fill(this.#round + 1, 0, outbox.length)
    showSends(machine)
    if (outbox.length > 0) this.#latest = this.#round + 1
    this.#sent.addAll(outbox, this.#absorber)
    outbox.clear()
  }

  /** What was sent arrives next. */
  #turn(): void {
    const processed = this.#arriving
    this.#arriving = this.#sent
    this.#sent = processed
    processed.clear()
  }

  /** Whether nothing will happen any more. */
  #rests(): boolean {
    if (this.#arriving.length > 0 || this.#wakeRounds.size > 0 || this.#invocations.size > 0) return false
    const { algorithm, states, statuses, failures } = this.#machine
    const awake = (p: number) => statuses.awake(p) && !failures?.isLiar(p)
    return !goesOn(algorithm, states, awake, runningIn(this.#machine))
  }
}
