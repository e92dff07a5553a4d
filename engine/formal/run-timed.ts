import { ModelError } from '../errors.ts'
import { apply } from './apply.ts'
import { type Configuration, initialConfiguration, inTransit, sentBy } from './configuration.ts'
import type { Event } from './event.ts'
import type { Letter } from './letter.ts'
import type { System } from './system.ts'
import type { TimedExecution } from './timed.ts'

/** When things happen. */
export type Clock =
  | { readonly kind: 'synchronous' }
  | {
      readonly kind: 'asynchronous'
      /** The delay of a message; asked once for each, in the order of sending. */
      readonly delay: (letter: Letter) => number
    }

/**
 * The timed execution that a system has when its delays are given: spelled out as plainly as possible, as the
 * measure of everything faster. At each moment at which something is due, each processor concerned, in the order of
 * their numbers, has its messages delivered and then one computation event that processes them.
 *
 * Where the algorithm requires that channels are first in, first out, a message arrives at the later of its own time
 * and its predecessor's. Throws what the algorithm throws. Ends when nothing is due, or before the first moment after `horizon`.
 */
export function runTimed(system: System, clock: Clock, horizon = Number.POSITIVE_INFINITY): TimedExecution {
  const { algorithm, instance } = system
  const { wakeTimes } = instance
  const synchronous = clock.kind === 'synchronous'
  const events: Event[] = []
  const times: number[] = []
  const configurations: Configuration[] = [initialConfiguration(system)]
  const arrivals: number[] = []
  const last = (): Configuration => configurations[configurations.length - 1]!
  const happen = (event: Event, time: number): void => {
    configurations.push(apply(last(), event))
    events.push(event)
    times.push(time)
  }
  const wakesAt = Array.from(wakeTimes, (time) => (synchronous ? Math.ceil(time) : time))

  for (let now = 0; now <= horizon; ) {
    const due = inTransit(last()).filter(({ id }) => arrivals[id] === now)
    for (let p = 0; p < instance.network.n; p++) {
      const letters = due.filter(({ receiver }) => receiver === p).sort((a, b) => a.id - b.id)
      const wakes = wakesAt[p] === now
      const steps = algorithm.uponRound !== undefined && last().processors[p]!.status === 'awake'
      if (letters.length === 0 && !wakes && !steps) continue
      for (const { id, sender } of letters) happen({ kind: 'del', sender, receiver: p, message: id }, now)
      const before = last()
      happen({ kind: 'comp', processor: p, wakes, round: synchronous ? now : null }, now)
      for (const letter of sentBy(before, last(), p)) arrivals[letter.id] = arrivalOf(letter, now)
    }
    const coming = inTransit(last()).map(({ id }) => arrivals[id]!)
    const wakings = wakesAt.filter((time) => time > now && time !== Number.POSITIVE_INFINITY)
    const next = Math.min(...coming, ...wakings)
    if (next !== Number.POSITIVE_INFINITY) now = synchronous ? now + 1 : next
    else if (algorithm.uponRound !== undefined && algorithm.terminates && !allTerminated(last())) now += 1
    else break
  }
  return { configurations, events, times }

  function arrivalOf(letter: Letter, now: number): number {
    if (clock.kind === 'synchronous') return now + 1
    const arrival = now + clock.delay(letter)
    if (!(arrival > now)) throw new ModelError(`m_${letter.id}, sent at ${now}, takes no time`)
    if (algorithm.requires.fifo !== true) return arrival
    const { outbufs } = last().processors[letter.sender]!
    const earlier = outbufs[letter.channel]!.filter(({ id }) => id < letter.id).map(({ id }) => arrivals[id]!)
    return Math.max(arrival, ...earlier)
  }
}

function allTerminated({ processors }: Configuration): boolean {
  return processors.every(({ status }) => status === 'terminated')
}
