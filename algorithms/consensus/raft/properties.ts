import { ofPairs } from '../of-pairs.ts'
import type { Entry, State } from './state.ts'

const isSame = (a: Entry | undefined, b: Entry | undefined): boolean =>
  a !== undefined && b !== undefined && a.term === b.term && a.value === b.value

/** The properties that Raft guarantees at all times: Ongaro & Ousterhout 2014, figure 3. */
export const raftProperties = {
  /** At most one leader is elected in a term. */
  electionSafety: ofPairs<State>((p, q, one, other) => {
    const term = one.led.find((led) => other.led.includes(led))
    return term === undefined || `p_${p} and p_${q} are both elected in term ${term}`
  }),

  /** Two logs that have an entry with the same index and term are the same up to there. */
  logMatching: ofPairs<State>((p, q, { log: one }, { log: other }) => {
    const last = one.findLastIndex((entry, i) => entry.term === other[i]?.term)
    const wrong = one.findIndex((entry, i) => i <= last && !isSame(entry, other[i]))
    return (
      wrong < 0 ||
      `p_${p} and p_${q} have the same term at index ${last + 1}, and other entries at ${wrong + 1}`
    )
  }),

  /** What was committed in a term is in the logs of the leaders of all later ones. */
  leaderCompleteness: ofPairs<State>((p, q, one, other) => {
    if (one.role !== 'leader') return true
    const lost = other.applied.findIndex((entry, i) => entry.in < one.term && !isSame(entry, one.log[i]))
    return (
      lost < 0 ||
      `p_${p}, the leader of term ${one.term}, lacks entry ${lost + 1}, which p_${q} has applied in term ${other.applied[lost]!.in}`
    )
  }),

  /** State machines are told the same entries in the same order. */
  stateMachineSafety: ofPairs<State>((p, q, { applied: one }, { applied: other }) => {
    const wrong = one.findIndex((entry, i) => other[i] !== undefined && !isSame(entry, other[i]))
    return wrong < 0 || `p_${p} and p_${q} apply different entries at index ${wrong + 1}`
  }),
} as const
