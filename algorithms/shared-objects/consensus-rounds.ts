import { done, type ObjectState } from '../../engine/index.ts'

/** What a processor has to say in a round. */
interface Round {
  readonly value: number
  /** What it proposes to decide, and whether it has seen no other value before; null as long as it does not. */
  readonly proposal: { readonly value: number; readonly sure: boolean } | null
  /** Its part of the random walk of this round. */
  readonly walk: number
}

/** What a register holds. */
export interface Register {
  readonly rounds: readonly Round[]
  readonly decision: number | null
}

/** What a processor remembers. */
export interface State extends ObjectState {
  readonly i: number
  readonly n: number
  readonly argument: number
  /** What its register holds, but for a decision that it has read elsewhere. */
  mine: Register
  /** What it would like to be decided; null before it is asked. */
  preference: number | null
  /** Whose register it reads next. */
  j: number
  /** Whether all that it has read in this collect is for its own value. */
  agreed: boolean
  /** A sure proposal of another that it has read in this collect. */
  sure: number | null
  /** The sum of the walk as far as it is collected. */
  sum: number
  side: number
}

/** The barriers of the random walk are so many times n away. */
export const K = 2

/** What a processor has said in the round that this one is in; absent if nothing. */
export const roundOf = ({ mine }: State, { rounds }: Register): Round | undefined =>
  rounds[mine.rounds.length - 1]

/** What its register holds at the beginning of the next round. */
export const withRound = ({ mine, preference, argument }: State): Register => ({
  ...mine,
  rounds: [...mine.rounds, { value: preference ?? argument, proposal: null, walk: 0 }],
})

const withLast = ({ mine }: State, change: Partial<Round>): Register => ({
  ...mine,
  rounds: mine.rounds.with(-1, { ...mine.rounds.at(-1)!, ...change }),
})

/** The same once it has proposed. */
export const withProposal = (s: State): Register =>
  withLast(s, { proposal: { value: s.preference!, sure: s.agreed } })

/** The same once it has counted what its coin showed. */
export const withWalk = (s: State): Register =>
  withLast(s, { walk: s.mine.rounds.at(-1)!.walk + (s.side === 1 ? 1 : -1) })

/** Goes on with the collect, by the same line, or, after the last register, with another. */
export function collected(s: State, same: number, after: number): number {
  s.j = (s.j + 1) % s.n
  return s.j > 0 ? same : after
}

/** All proposals are collected: all are sure, some are, or none. */
export function adopted(s: State): number {
  const { agreed, sure } = s
  s.agreed = true
  s.sure = null
  if (sure === null) return 5
  s.preference = sure
  return agreed ? 8 : 1
}

/** All of the walk is collected: it is beyond a barrier, or goes on. */
export function walked(s: State): number {
  const { sum, n } = s
  s.sum = 0
  if (Math.abs(sum) < K * n) return 5
  s.preference = sum > 0 ? 1 : 0
  return 1
}

/** Somebody has decided. */
export function decides(s: State, value: number): number {
  s.mine = { ...s.mine, decision: value }
  return answered(s, value)
}

/** Forgets all but what its register holds. */
export function answered(s: State, value: number): number {
  s.answer = value
  s.preference = null
  s.j = 0
  s.agreed = true
  s.sure = null
  s.sum = 0
  return done
}
