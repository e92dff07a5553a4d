import {
  atMost,
  exactly,
  localCoin,
  own,
  type SharedObject,
  type SharedSystem,
  sharedConsensus,
  sharedDataArray,
} from '../../engine/index.ts'
import {
  adopted,
  answered,
  collected,
  decides,
  K,
  type Register,
  roundOf,
  type State,
  walked,
  withProposal,
  withRound,
  withWalk,
} from './consensus-rounds.ts'

const variables = ({ n }: SharedSystem) => ({
  coin: localCoin(),
  register: sharedDataArray<Register>(n, {
    initially: { rounds: [], decision: null },
    writers: own,
    home: own,
  }),
})

/**
 * Consensus from registers: in each round, everyone says its value and collects those of others, then proposes its own, *sure* if
 * it saw no other, and collects proposals. All sure: decided. Some sure: adopted. None: a shared coin, a random walk of all, says what
 * to prefer next. Two sure proposals of a round are the same, and if one decides, all others have read its sure proposal,
 * so in the next round everybody is sure of it. Where nobody read a sure one, it was settled before which could be, and the coin shows
 * that side with a constant probability.
 */
export const randomisedConsensus: SharedObject<State, typeof variables, 'propose'> = {
  name: 'randomised-consensus',
  title: 'Randomised consensus',
  summary: 'rounds in which all adopt a value that somebody is sure of, or follow a shared coin',
  source:
    'J. Aspnes, M. Herlihy, Fast randomized consensus using shared memory, 1990; E. Gafni, Round-by-round fault detectors, 1998',
  remarks: `Rounds are those of commit–adopt in the place of those of the paper. A register holds all rounds of its writer, without a bound; the barriers of the walk are ${K}n away.`,
  service: sharedConsensus,
  requires: {},
  variables,

  initially: ({ i, n }) => ({
    ...{ i, n, mine: { rounds: [], decision: null }, preference: null },
    ...{ j: 0, agreed: true, sure: null, sum: 0, side: 0 },
  }),

  operations: {
    propose: {
      1: (s, { register }) =>
        s.mine.decision === null
          ? register.at(s.i).write(withRound(s), () => {
              s.mine = withRound(s)
              s.preference ??= s.argument
              return 2
            })
          : register.at(s.i).read(() => answered(s, s.mine.decision!)),
      2: (s, { register }) =>
        register.at(s.j).read((other) => {
          if (other.decision !== null) return decides(s, other.decision)
          if ((roundOf(s, other)?.value ?? s.preference) !== s.preference) s.agreed = false
          return collected(s, 2, 3)
        }),
      3: (s, { register }) =>
        register.at(s.i).write(withProposal(s), () => {
          s.mine = withProposal(s)
          s.agreed = true
          return 4
        }),
      4: (s, { register }) =>
        register.at(s.j).read((other) => {
          if (other.decision !== null) return decides(s, other.decision)
          const proposal = roundOf(s, other)?.proposal ?? null
          if (proposal?.sure === true) s.sure = proposal.value
          if (proposal?.sure === false) s.agreed = false
          return collected(s, 4, 0) || adopted(s)
        }),
      5: (s, { coin }) =>
        coin.flip((side) => {
          s.side = side
          return 6
        }),
      6: (s, { register }) =>
        register.at(s.i).write(withWalk(s), () => {
          s.mine = withWalk(s)
          s.side = 0
          return 7
        }),
      7: (s, { register }) =>
        register.at(s.j).read((other) => {
          if (other.decision !== null) return decides(s, other.decision)
          s.sum += roundOf(s, other)?.walk ?? 0
          return collected(s, 7, 0) || walked(s)
        }),
      8: (s, { register }) =>
        register.at(s.i).write({ ...s.mine, decision: s.preference }, () => {
          s.mine = { ...s.mine, decision: s.preference }
          return answered(s, s.preference!)
        }),
    },
  },

  guarantees: 'linearizable',
  progress: 'wait-free',

  claims: {
    // It says its value, proposes it and says that it is decided; between these it collects twice. Later ones find it decided.
    'solo-propose:steps': atMost('2n + 3'),
    'solo-propose:writes': atMost('3'),
    variables: exactly('n'),
  },
}
