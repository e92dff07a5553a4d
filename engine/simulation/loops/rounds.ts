import type { Received } from '../../model/index.ts'
import type { Machine } from '../machine/machine.ts'
import type { LoopEnd, Watch } from '../machine/watch.ts'
import { Absorber } from '../queues/absorber.ts'
import { Arrivals } from '../queues/arrivals.ts'
import { isWakeUp, WAKE_UP } from '../transit/letters.ts'
import { processTogether } from './process-together.ts'

/** The most messages for which memory is set aside ahead of need: 1.5 GiB for the two rounds. */
const mostReserved = 2 ** 25

/**
 * A synchronous execution. Round 0 is the start: what it sends is in the outbufs of the initial configuration.
 * Each round k ≥ 1 delivers everything that was sent in round k − 1; then the processors compute.
 */
export function prepareRounds(machine: Machine, roundDriven: boolean, watch: Watch): { run(): LoopEnd } {
  const expected = Math.min(machine.graph.m, mostReserved)
  const [arriving, sent] = [new Arrivals(machine, expected), new Arrivals(machine, expected)]
  return { run: () => runInRounds(machine, roundDriven, watch, arriving, sent) }
}

/** `arriving` holds what the current round processes, `sent` what the next one will; both are empty. */
function runInRounds(
  machine: Machine,
  roundDriven: boolean,
  watch: Watch,
  arriving: Arrivals,
  sent: Arrivals,
): LoopEnd {
  const wakeRounds = byRound(machine.instance.wakeTimes)
  let lastProcessed = 0
  /** When the last of all messages arrives. */
  let latest = 0
  let round = 0
  // In a round that comes only because a message is on its way, everyone would take a step.
  const absorbs = !roundDriven && watch.endless && machine.observer === null
  const absorber = absorbs ? new Absorber(machine) : null

  const together = machine.observer === null ? 1024 : 1

  const endEvent = (): void => {
    machine.count()
    if (machine.outbox.length >= together) transmit()
    if (watch.everyEvent) watch.afterEvent(machine)
    machine.observer?.ends(machine.terminated(machine.current))
  }

  /** Puts what was sent in transit. */
  const transmit = (): void => {
    const { outbox } = machine
    machine.route()
    outbox.arrivals.fill(round + 1, 0, outbox.length)
    machine.showSends()
    if (outbox.length > 0) latest = round + 1
    sent.addAll(outbox, absorber)
    outbox.clear()
  }

  // Wake-ups enter before the messages of their round, so that the stable sort puts them first.
  const enterWakeUps = (round: number, arrivals: Arrivals): void => {
    for (const p of wakeRounds.get(round) ?? []) arrivals.add(p, 0, WAKE_UP)
    wakeRounds.delete(round)
  }

  const compute = roundDriven ? everyoneComputes : processTogether
  enterWakeUps(0, arriving)
  for (; !watch.stopped; round++) {
    enterWakeUps(round + 1, sent)
    machine.now = round
    if (compute(machine, arriving, endEvent, watch)) lastProcessed = round
    transmit()
    ;[arriving, sent] = [sent, arriving]
    sent.clear()
    if (arriving.length === 0 && wakeRounds.size === 0 && (!roundDriven || watch.restsWhenSilent(machine)))
      break
    if (watch.exceeds(round + 1, machine.messages)) break
  }
  lastProcessed = watch.processedBy(lastProcessed, latest, machine.messages)
  return { lastProcessed, delayMax: machine.messages > 0 ? 1 : 0, timeUnit: 1 }
}

/**
 * Everyone who is awake, wakes or receives something takes a step with all that it received; whether there was any.
 */
function everyoneComputes(machine: Machine, arrivals: Arrivals, endEvent: () => void, watch: Watch): boolean {
  arrivals.sort()
  const { graph, payloads } = machine
  const { slots, receivers, payloads: handles, length } = arrivals
  const inbox: Received[] = []
  let anyMessage = false
  let next = 0
  for (let p = 0; p < graph.n && !watch.stopped; p++) {
    inbox.length = 0
    let wakes = false
    for (; next < length && receivers[next] === p; next++) {
      const handle = handles[next]!
      if (isWakeUp(handle)) wakes = true
      else inbox.push({ message: payloads.take(handle), from: slots[next]! - graph.firstSlot(p) })
    }
    if (inbox.length > 0) anyMessage = true
    if (!machine.awake(p) && !wakes && inbox.length === 0) continue
    machine.begin(p)
    if (wakes) machine.wake()
    if (machine.now > 0) machine.round(inbox)
    endEvent()
  }
  return anyMessage
}

/** The processors that wake by themselves, by the round in which they do: the first not before their time. */
function byRound(wakeTimes: ArrayLike<number>): Map<number, number[]> {
  const rounds = new Map<number, number[]>()
  for (let p = 0; p < wakeTimes.length; p++) {
    if (wakeTimes[p] === Number.POSITIVE_INFINITY) continue
    const round = Math.ceil(wakeTimes[p]!)
    const group = rounds.get(round)
    if (group === undefined) rounds.set(round, [p])
    else group.push(p)
  }
  return rounds
}
