import { isBefore } from '../ballots.ts'
import { ofPairs } from '../of-pairs.ts'
import type { Proposal, State } from './state.ts'

const isSameBallot = (a: Proposal, b: Proposal): boolean =>
  a.ballot[0] === b.ballot[0] && a.ballot[1] === b.ballot[1]

/** What Multi-Paxos guarantees at all times, slot by slot: Lamport 2001, section 3. */
export const multiPaxosProperties = {
  /** In a ballot there is one proposal for a slot. */
  oneProposal: ofPairs<State>((p, q, { accepted: one }, { accepted: other }) => {
    const slot = one.findIndex((proposal, i) => {
      const another = other[i] ?? null
      return (
        proposal !== null &&
        another !== null &&
        isSameBallot(proposal, another) &&
        proposal.value !== another.value
      )
    })
    return slot < 0 || `p_${p} and p_${q} have accepted different proposals of one ballot for slot ${slot}`
  }),

  /** Whatever is accepted in a later ballot than that in which something is known to be chosen is the same. */
  laterBallots: ofPairs<State>((p, q, { applied }, { accepted }) => {
    const slot = applied.findIndex((chosen, i) => {
      const other = accepted[i] ?? null
      return other !== null && isBefore(chosen.ballot, other.ballot) && other.value !== chosen.value
    })
    return slot < 0 || `p_${q} has accepted another value for slot ${slot} than p_${p} knows to be chosen`
  }),

  /** State machines are told the same in the same order. */
  stateMachineSafety: ofPairs<State>((p, q, { applied: one }, { applied: other }) => {
    const slot = one.findIndex(({ value }, i) => other[i] !== undefined && other[i].value !== value)
    return slot < 0 || `p_${p} and p_${q} are told different commands in slot ${slot}`
  }),
} as const
