import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  clockSkew,
  delayUncertainty,
  exactly,
  steadyClocks,
} from '../../engine/index.ts'

interface Message {
  readonly type: 'clock'
  /** What the clock of the sender showed when it sent this. */
  readonly shows: number
}

interface Input {
  readonly delay: { readonly min: number; readonly max: number }
}

interface State {
  /** How long a message takes that takes neither long nor short. */
  readonly usual: number
  /** How far the other clocks seemed to be ahead, in sum, and how many have been heard of. */
  ahead: number
  heard: number
  /** What makes its clock the average of all, as far as it can tell. */
  adjustment: number
}

/**
 * Everyone tells everyone what its clock shows, guesses that each message took as long as the middle of the bounds on delays,
 * and sets its clock to the average of all. A guess is wrong by u/2 at most, in one direction at one processor and in the
 * other at another, and each is right about itself: so two clocks are apart by (n − 1) u/n at most. No algorithm does better.
 */
export const clockSyncAveraging: Algorithm<State, Message, Input> = {
  name: 'clock-sync-averaging',
  title: 'Averaging of clocks',
  summary:
    'all exchange what their clocks show, and set them to the average of what they think that the others show',
  source: 'Lundelius & Lynch 1984; Attiya & Welch, section 6.3',
  requires: { shape: 'complete', clocks: true, delayBounds: true },
  terminates: true,

  initially: ({ delay: { min, max } }) => ({ usual: (min + max) / 2, ahead: 0, heard: 0, adjustment: 0 }),

  uponStart(p) {
    if (p.degree === 0) p.terminate()
    else p.sendToAll({ type: 'clock', shows: p.clock() })
  },

  uponReceiving: {
    clock(p, state, { shows }) {
      state.ahead += shows + state.usual - p.clock()
      if (++state.heard < p.degree) return
      // Its own clock is one of the n, and not ahead of itself.
      state.adjustment = state.ahead / (p.degree + 1)
      p.terminate()
    },
  },

  claims: {
    messages: exactly('n(n - 1)'),
    // Whoever sleeps is woken by the first message, within one unit.
    time: [atMost('1', { when: allAwakeAtZero }), atMost('2')],
    'column:skew': atMost('u (1 - 1/n)', { where: { u: delayUncertainty }, when: steadyClocks }),
  },

  columns: { skew: clockSkew(({ adjustment }) => adjustment) },

  // All that p_0 hears seems to be ahead by u/2 too little, and all that p_1 hears by u/2 too much.
  worstDelays: (_instance, { min, max }) => ({
    delay: ({ receiver }) => (receiver === 0 ? max : receiver === 1 ? Math.max(min, least) : (min + max) / 2),
  }),
}

/** Delays are positive. */
const least = 1e-6
