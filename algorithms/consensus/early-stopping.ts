import {
  type Algorithm,
  atMost,
  type Condition,
  consensus,
  type Deciding,
  exactly,
  type Processor,
  withoutFaults,
} from '../../engine/index.ts'

type Message = { readonly type: 'values'; readonly values: readonly number[]; readonly decided: boolean }
type Input = { readonly value: number; readonly f: number }
interface State extends Deciding {
  readonly f: number
  round: number
  /** The inputs that it knows, in ascending order. */
  known: number[]
  /** From how many it heard in the round before; −1: from all, as one hears from all in round 0. */
  heard: number
}

const chain: Condition = {
  text: 'the crashes form a chain',
  about: ['faults'],
  holds: ({ faults = 'none' }) => /^crash:[^+]*pattern=chain[^+]*$/.test(faults),
}

/**
 * FloodSet that stops early: who hears in a round from as many as in the round before has missed nothing, and decides. It
 * tells everyone so, and whoever hears of it decides, too. Each round that does not end so has a crash of its own, so that
 * fa + 1 rounds are enough. Nobody hears from a crashed processor again, so to count senders is to compare the sets.
 */
export const earlyStopping: Algorithm<State, Message, Input> = {
  name: 'early-stopping',
  title: 'Early-stopping consensus',
  summary: 'FloodSet that decides after the first round in which nobody falls silent',
  source: 'Dolev, Reischuk & Strong 1990; Keidar & Rajsbaum 2003',
  remarks:
    'Correct processors agree; one that decides and then crashes may have decided something else. Uniform agreement takes a round more.',
  requires: { resilience: 'n > f', shape: 'complete', synchronous: true, initiators: 'together' },
  tolerates: ['crash'],
  terminates: true,
  marks: ['decided'],

  initially: ({ value, f }) => ({ f, round: 0, known: [value], heard: -1, decided: null }),

  uponStart(p, state) {
    p.sendToAll({ type: 'values', values: state.known, decided: false })
  },

  uponRound(p, state, inbox) {
    state.round++
    const known = new Set(state.known)
    for (const { message } of inbox) for (const value of message.values) known.add(value)
    if (known.size > state.known.length) state.known = [...known].sort((a, b) => a - b)

    const before = state.heard < 0 ? p.degree : state.heard
    state.heard = inbox.length
    const isTold = inbox.some(({ message }) => message.decided)
    if (isTold || state.heard === before || state.round > state.f) decide(p, state)
    else p.sendToAll({ type: 'values', values: state.known, decided: false })
  },

  bits: { values: ({ value }, { values }) => value * values.length + 1 },

  alphabet: ({ values }) =>
    [...new Set(values)].flatMap((value) =>
      [false, true].map((decided) => ({ type: 'values', values: [value], decided })),
    ),

  claims: {
    messages: [
      exactly('min(2, f + 1) n (n - 1)', { when: withoutFaults }),
      // In each of f + 1 rounds everyone sends once to all others, or not at all.
      atMost('(f + 1) n (n - 1)'),
    ],
    time: atMost('min(fa + 2, f + 1)'),
    'time:decided': [
      exactly('max(1, min(fa + 1, n - 1))', { when: chain }),
      exactly('1', { when: withoutFaults }),
      atMost('min(fa + 1, f + 1)'),
    ],
    // The end of a chain has missed nothing, and tells all others.
    'time-first:decided': exactly('max(1, fa)', { when: chain }),
  },

  properties: {
    agreement: consensus.agreement,
    validity: consensus.validity,
    termination: consensus.termination,
  },
}

/** Decides, and says so in the next round if there is one. */
function decide(p: Processor<Message>, state: State): void {
  state.decided = state.known[0]!
  p.mark('decided')
  if (state.round <= state.f) p.sendToAll({ type: 'values', values: state.known, decided: true })
  p.terminate()
}
