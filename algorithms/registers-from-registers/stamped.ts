/** A value with the time at which it was written, by a clock that only writers move. */
export interface Stamped {
  readonly value: number
  /** How many writes there were before, as far as their writer knew. */
  readonly time: number
  /** Who wrote it; of two writes at one time the one of the larger processor counts as the later one. */
  readonly writer: number
}

/** What registers hold before anybody has written. */
export const unwritten: Stamped = { value: 0, time: 0, writer: 0 }

/** The one that was written later. */
export const later = (a: Stamped, b: Stamped): Stamped =>
  a.time > b.time || (a.time === b.time && a.writer >= b.writer) ? a : b
