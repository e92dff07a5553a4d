import { ModelError } from '../errors.ts'
import type { Workload } from '../workload/index.ts'
import { Alarms } from './alarms.ts'
import { type Configuration, initialConfiguration, inTransit, sentBy, view } from './configuration.ts'
import type { Letter } from './letter.ts'
import { Mishaps } from './mishaps.ts'
import type { System } from './system.ts'
import type { TimedExecution } from './timed.ts'
import { Timeline } from './timeline.ts'
import { Users } from './users.ts'

/** When things happen. */
export type Clock =
  | { readonly kind: 'synchronous' }
  | {
      readonly kind: 'asynchronous'
      /** The delay of a message; asked once for each, in the order of sending, after the event that sends it. */
      readonly delay: (letter: Letter, time: number, after: Configuration) => number
      /** When a processor processes what is delivered to it at a time; at once, if absent. */
      readonly step?: (processor: number, delivered: number) => number
    }

/**
 * The timed execution that a system has when its delays are given: spelled out as plainly as possible, as the
 * measure of everything faster. At each moment at which something is due, each processor concerned, in the order of
 * their numbers, has its messages delivered and then, at once or at its next step, one computation event that processes
 * all that is in its inbufs.
 *
 * Where the algorithm requires that channels are first in, first out, a message arrives at the later of its own time
 * and its predecessor's. Throws what the algorithm throws. Ends when nothing is due, after the moment after which the
 * algorithm's `stopWhen` is true, or before the first moment after `horizon`. At the end of an event, the processor is
 * asked for what `workload` has for it by then; in rounds, in the first round that does not begin before.
 */
export function runTimed(
  given: System,
  clock: Clock,
  horizon = Number.POSITIVE_INFINITY,
  workload: Workload | null = null,
): TimedExecution {
  const mishaps = new Mishaps(given.faults ?? null)
  const system = mishaps.among(given)
  const { algorithm, instance } = system
  const synchronous = clock.kind === 'synchronous'
  const timeline = new Timeline(initialConfiguration(system))
  const last = (): Configuration => timeline.last
  /** By message: when it is delivered, and when it is processed. */
  const arrivals: number[] = []
  const processings: number[] = []
  const wakesAt = Array.from(instance.wakeTimes, (time) => (synchronous ? Math.ceil(time) : time))
  const users = new Users(workload, instance.network.n)
  const alarms = new Alarms(instance)

  for (let now = 0; now <= horizon; ) {
    const waiting = inTransit(last())
    for (let p = 0; p < instance.network.n; p++) {
      const own = waiting.filter(({ receiver }) => receiver === p).sort((a, b) => a.id - b.id)
      const recovers = mishaps.comesBack(p, now)
      const arrived = own.filter(({ id }) => arrivals[id]! <= now)
      const missed = mishaps.isDown(p, now) ? arrived.filter(({ id }) => processings[id] === now) : []
      for (const letter of missed) timeline.miss(letter, now)
      if (last().processors[p]!.crashed && !recovers) continue
      for (const letter of arrived) timeline.deliver(letter, now)
      const wakes = wakesAt[p] === now
      const asked = users.want(p, now) && last().processors[p]!.status !== 'terminated'
      const steps = algorithm.uponRound !== undefined && last().processors[p]!.status === 'awake'
      const due = last().processors[p]!.status === 'terminated' ? [] : alarms.dueAt(p, now)
      const processes = due.length > 0 || own.some(({ id }) => processings[id] === now)
      if (!recovers && !wakes && !steps && !asked && !processes) continue
      const before = last()
      const plain = { kind: 'comp', processor: p, wakes, round: synchronous ? now : null } as const
      const event = { ...plain, ...mishaps.ofStep(before, p, now) }
      const timed = due.length > 0 || instance.clocks ? { ...event, ...alarms.at(p, now) } : event
      timeline.happen(workload === null ? timed : users.withAsks(before, timed, now), now)
      const { step, crashed } = last().processors[p]!
      alarms.step(p, now, step!, crashed)
      for (const mishap of mishaps.ofMessages(before, last(), event, now)) timeline.happen(mishap, now)
      for (const letter of sentBy(before, last(), p)) send(letter, now)
    }
    if (algorithm.stopWhen?.(view(last()), users.satisfied(last())) === true) break
    const coming = inTransit(last()).flatMap(({ id }) => [arrivals[id]!, processings[id]!])
    const alarm = alarms.next()?.time ?? Number.POSITIVE_INFINITY
    const next = firstAfter(now, [...coming, ...wakesAt, ...mishaps.backs, users.nextAfter(now), alarm])
    if (next !== Number.POSITIVE_INFINITY) now = synchronous ? now + 1 : next
    else if (algorithm.uponRound !== undefined && someoneWaits(last())) now += 1
    else break
  }
  return timeline

  function send(letter: Letter, now: number): void {
    if (clock.kind === 'synchronous') {
      arrivals[letter.id] = processings[letter.id] = now + 1
      return
    }
    const arrival = now + clock.delay(letter, now, last())
    if (!(arrival > now)) throw new ModelError(`m_${letter.id}, sent at ${now}, takes no time`)
    const { outbufs } = last().processors[letter.sender]!
    const earlier = algorithm.requires.fifo
      ? outbufs[letter.channel]!.filter(({ id }) => id < letter.id).map(({ id }) => arrivals[id]!)
      : []
    arrivals[letter.id] = Math.max(arrival, ...earlier)
    processings[letter.id] = clock.step?.(letter.receiver, arrivals[letter.id]!) ?? arrivals[letter.id]!
  }
}

/** The first of these times that is later; Infinity if none is. */
const firstAfter = (now: number, times: readonly number[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...times.filter((time) => time > now))

/** Whether silence does not end the execution of an algorithm in rounds. */
function someoneWaits({ system: { algorithm, faults = null }, processors }: Configuration): boolean {
  const others = processors.filter(({ crashed }, p) => !crashed && !faults?.liars.has(p))
  if (algorithm.waits === undefined)
    return algorithm.terminates && !others.every(({ status }) => status === 'terminated')
  return others.some(({ status, state }) => status === 'awake' && algorithm.waits!(state))
}
