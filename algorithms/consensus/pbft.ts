import {
  type Algorithm,
  allAwakeAtZero,
  atLeast,
  atMost,
  both,
  consensus,
  type Deciding,
  exactly,
  type Processor,
  withoutFaults,
} from '../../engine/index.ts'
import { decide } from './decide.ts'
import { byDefault } from './majority.ts'
import { obedience, s, sender, termination } from './obedience.ts'
import { onlyLiars } from './only-liars.ts'
import { type Placed, type Places, places, placesOf } from './places.ts'

type Step = 'proposal' | 'prepare' | 'commit'
type Message = { readonly [S in Step]: { readonly type: S; readonly value: number } }[Step]
interface State extends Deciding, Places {
  readonly f: number
  readonly value: number
  proposed: number | null
  prepared: boolean
  /** What each has prepared, and what each has committed, by channel; it counts itself, too. */
  readonly prepares: Record<number, number>
  readonly commits: Record<number, number>
}

/** In place of a channel, for what a processor says to itself. */
const itself = -1

/**
 * The normal case of PBFT, one request in one view: the primary proposes its input, all prepare what it proposed to them,
 * and commit what more than (n + f)/2 have prepared, so that no two values are prepared; what as many have committed is
 * decided. A primary that lies can keep all from deciding; the view would then be changed.
 */
export const pbft: Algorithm<State, Message, Placed> = {
  name: 'pbft',
  title: 'PBFT, normal case',
  summary: 'the primary proposes, all prepare, all commit: three rounds, and everyone tells everyone twice',
  source: 'Castro & Liskov 1999',
  remarks:
    'The primary has the least identifier. Clients, the change of views and checkpoints are left out. For n > 3f + 1 quorums are more than (n + f)/2, which for n = 3f + 1 is the 2f + 1 of the paper.',
  requires: { resilience: 'n > 3f', ...places, initiators: 'all' },
  tolerates: ['byzantine'],
  terminates: false,
  marks: ['decided'],

  initially: (input) => ({
    f: input.f,
    ...placesOf(input),
    value: input.value,
    proposed: null,
    prepared: false,
    prepares: {},
    commits: {},
    decided: null,
  }),

  uponStart(p, state) {
    if (state.place !== sender) return
    p.sendToAll({ type: 'proposal', value: state.value })
    state.proposed = state.value
    state.prepares[itself] = state.value
    goOn(p, state)
  },

  uponReceiving: {
    proposal(p, state, { value }, from) {
      if (state.places[from] !== sender || state.proposed !== null) return
      p.sendToAll({ type: 'prepare', value })
      state.proposed = value
      // To propose is to prepare.
      state.prepares[from] = value
      state.prepares[itself] = value
      goOn(p, state)
    },
    prepare(p, state, { value }, from) {
      if (state.places[from] !== sender) state.prepares[from] ??= value
      goOn(p, state)
    },
    commit(p, state, { value }, from) {
      state.commits[from] ??= value
      goOn(p, state)
    },
  },

  bits: { proposal: ({ value }) => value, prepare: ({ value }) => value, commit: ({ value }) => value },

  alphabet: ({ values }) =>
    [...new Set([byDefault, ...values])].flatMap((value) =>
      (['proposal', 'prepare', 'commit'] as const).map((type) => ({ type, value })),
    ),

  claims: {
    messages: [
      // n − 1 proposals, (n − 1)² prepares, n(n − 1) commits.
      exactly('2n (n - 1)', { when: withoutFaults }),
      atMost('2(n - fa)(n - 1)', { when: onlyLiars }),
      atLeast('2s (n - fa)(n - 1)', { when: onlyLiars, where: { s } }),
      atMost('2n (n - 1)'),
    ],
    time: [
      atMost('3', { when: both(withoutFaults, allAwakeAtZero) }),
      atMost('w + 3', { when: withoutFaults }),
    ],
  },

  properties: { agreement: consensus.agreement, validity: obedience, termination },
}

function goOn(p: Processor<Message>, state: State): void {
  const { proposed, f } = state
  if (proposed === null) return
  const isQuorum = (said: Record<number, number>): boolean =>
    2 * Object.values(said).filter((value) => value === proposed).length > p.degree + 1 + f
  if (!state.prepared && isQuorum(state.prepares)) {
    state.prepared = true
    state.commits[itself] = proposed
    p.sendToAll({ type: 'commit', value: proposed })
  }
  if (state.prepared && isQuorum(state.commits)) decide(p, state, proposed)
}
