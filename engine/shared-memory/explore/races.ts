/** What a step does to its variable. */
export interface AccessMade {
  readonly processor: number
  readonly variable: number
  /** Whether it can leave another value than it found. */
  readonly writes: boolean
}

/** A step of an execution, with what comes before it in every execution of the same class. */
export interface AccessEvent extends AccessMade {
  /** Which step of its processor it is, from 1. */
  readonly count: number
  /** By processor, how many of its steps come before this one or are this one. */
  readonly clock: readonly number[]
}

/** Whether two steps of different processors do not commute. */
export const conflict = (a: AccessMade, b: AccessMade): boolean =>
  a.variable === b.variable && (a.writes || b.writes)

/** The next step after others of n processors. It comes after those that it does not commute with, and all before these. */
export function eventAfter(events: readonly AccessEvent[], made: AccessMade, n: number): AccessEvent {
  const clock = new Array<number>(n).fill(0)
  for (const event of events)
    if (event.processor === made.processor || conflict(event, made))
      for (let p = 0; p < n; p++) clock[p] = Math.max(clock[p]!, event.clock[p]!)
  clock[made.processor]!++
  return { ...made, count: clock[made.processor]!, clock }
}

const isBefore = (a: AccessEvent, b: AccessEvent): boolean => a.count <= b.clock[a.processor]!

/** The places of the steps that a next one is in a race with: they do not commute, and nothing has to come between them. */
export function races(events: readonly AccessEvent[], next: AccessEvent): number[] {
  const own = events.findLast(({ processor }) => processor === next.processor)
  const direct = events.filter(
    (event) => event.processor !== next.processor && conflict(event, next) && !(own && isBefore(event, own)),
  )
  return direct
    .filter((event) => direct.every((other) => other === event || !isBefore(event, other)))
    .map((event) => events.indexOf(event))
}

/** Who can begin what comes after some place without the step there, the next step at its end: as bits. */
export function initials(events: readonly AccessEvent[], place: number, next: AccessEvent): number {
  const without = events.slice(place + 1).filter((event) => !isBefore(events[place]!, event))
  const all = [...without, next]
  return all.reduce(
    (able, event, i) =>
      all.slice(0, i).some((earlier) => isBefore(earlier, event)) ? able : able | (1 << event.processor),
    0,
  )
}
