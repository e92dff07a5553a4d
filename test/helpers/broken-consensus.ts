import { chandraToueg } from '../../algorithms/consensus/chandra-toueg.ts'
import { brachaConsensus, multiPaxos, paxos, raft } from '../../algorithms/index.ts'
import type { AnyAlgorithm } from '../../engine/index.ts'
import type { BrokenAlgorithm } from './broken-algorithm.ts'

type Handler = (p: object, state: Record<string, unknown>, message: Message, from: number) => void
type Message = Readonly<Record<string, unknown>>

/** The same algorithm that does one thing in one handler otherwise. */
function changed(
  algorithm: object,
  type: string,
  change: (state: Record<string, unknown>, message: Message) => Message | undefined,
): AnyAlgorithm {
  const { claims: _, ...rest } = algorithm as AnyAlgorithm
  const uponReceiving = rest.uponReceiving as unknown as Readonly<Record<string, Handler>>
  const handler: Handler = (p, state, message, from) =>
    uponReceiving[type]!(p, state, change(state, message) ?? message, from)
  return { ...rest, uponReceiving: { ...uponReceiving, [type]: handler } } as unknown as AnyAlgorithm
}

/** Whose processors believe that they are one less than they are: two of four are a majority. */
function byHalves(algorithm: object): AnyAlgorithm {
  const { claims: _, ...rest } = algorithm as AnyAlgorithm
  const initially = rest.initially as (input: object) => object
  return {
    ...rest,
    initially: (input: { readonly n: number }) => ({ ...initially(input), n: input.n - 1 }),
  } as unknown as AnyAlgorithm
}

const withoutPromises = (algorithm: object): AnyAlgorithm =>
  changed(algorithm, 'accept', (state) => {
    if (state.decided === null) state.promised = null
    return undefined
  })

const crashes = (n: number) => {
  const f = (n - 1) >> 1
  return { n, f, faults: `crash:f=${f}`, properties: ['agreement'] }
}
const inLog = ['laterBallots', 'oneProposal', 'stateMachineSafety', 'agreement']
const inRaft = ['electionSafety', 'leaderCompleteness', 'logMatching', 'stateMachineSafety', 'agreement']

/** Ways to get consensus wrong. */
export const brokenConsensus: readonly BrokenAlgorithm[] = [
  { what: 'Paxos with halves for majorities', algorithm: byHalves(paxos), ...crashes(4) },
  { what: 'Paxos whose acceptors break their promises', algorithm: withoutPromises(paxos), ...crashes(5) },
  {
    what: 'Paxos whose promises do not tell what was accepted',
    algorithm: changed(paxos, 'promise', (_, message) => ({ ...message, accepted: null })),
    ...crashes(3),
  },
  {
    what: 'Paxos whose proposers take what the last answer says',
    algorithm: changed(paxos, 'promise', (state, { ballot, accepted }) => {
      const isNew = state.phase === 'preparing' && (ballot as readonly number[])[0] === state.round
      if (isNew && accepted !== null) state.latest = null
      return undefined
    }),
    ...crashes(3),
  },
  {
    what: 'Multi-Paxos with halves for majorities',
    algorithm: byHalves(multiPaxos.with('')),
    ...{ ...crashes(4), properties: inLog },
  },
  {
    what: 'Multi-Paxos whose acceptors break their promises',
    algorithm: withoutPromises(multiPaxos.with('')),
    ...{ ...crashes(5), properties: inLog },
  },
  {
    what: 'Multi-Paxos whose promises do not tell what was accepted',
    algorithm: changed(multiPaxos.with(''), 'promise', (_, message) => ({ ...message, accepted: [] })),
    ...{ ...crashes(3), properties: inLog },
  },
  {
    what: 'Raft with halves for majorities',
    algorithm: byHalves(raft.with('')),
    ...{ ...crashes(4), properties: inRaft },
  },
  {
    what: 'Raft whose servers vote twice in a term',
    algorithm: changed(raft.with(''), 'requestVote', (state) => {
      state.votedFor = null
      return undefined
    }),
    ...{ ...crashes(5), properties: inRaft },
  },
  {
    what: 'Raft whose servers vote for logs that have less than theirs',
    algorithm: changed(raft.with(''), 'requestVote', (_, message) => ({ ...message, lastTerm: 1000 })),
    ...{ ...crashes(3), properties: inRaft },
  },
  {
    what: 'Chandra–Toueg without regard to what was adopted last',
    algorithm: changed(chandraToueg, 'estimate', (_, message) => ({ ...message, since: 0 })),
    ...crashes(3),
  },
  {
    what: 'Bracha’s consensus with votes that follow from nothing',
    ...{ algorithm: brachaConsensus.with('justified=no'), n: 4, f: 1, faults: 'byzantine:f=1' },
    properties: ['agreement', 'validity', 'termination'],
  },
]
