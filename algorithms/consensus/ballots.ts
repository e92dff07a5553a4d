/** Ballots are ordered by their rounds, and in one round by who began them. */
export type Ballot = readonly [round: number, id: number]

/** A value that an acceptor has accepted, and in which ballot. */
export interface Accepted {
  readonly ballot: Ballot
  readonly value: number
}

/** Whether a ballot comes before another; null comes before all. */
export function isBefore(a: Ballot | null, b: Ballot): boolean {
  return a === null || a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
}

/** Of two values that were accepted, that of the later ballot. */
export function later<A extends { readonly ballot: Ballot }>(a: A | null, b: A | null): A | null {
  return a === null || (b !== null && isBefore(a.ballot, b.ballot)) ? b : a
}
