import {
  type Algorithm,
  atMost,
  eventually,
  everyProcessor,
  exactly,
  layeredChain,
  rootAwakeAtZero,
} from '../../engine/index.ts'

/**
 * Flooding: the root's message M reaches every processor of a connected network.
 * Attiya & Welch, section 2.3. Needs a root; n and identifiers stay unknown.
 */
type Message = { readonly type: 'M'; readonly value: number }
type Input = { readonly isRoot: boolean; readonly value: number }
interface State {
  readonly isRoot: boolean
  value: number
  informed: boolean
}

export const flooding: Algorithm<State, Message, Input> = {
  name: 'flooding',
  title: 'Flooding',
  summary: 'the message of the root reaches every processor, over every channel',
  source: 'Attiya & Welch, section 2.3',
  requires: { root: true },
  terminates: true,

  initially: ({ isRoot, value }) => ({ isRoot, value: isRoot ? value : 0, informed: false }),

  uponStart(p, state) {
    if (!state.isRoot) return
    state.informed = true
    p.sendToAll({ type: 'M', value: state.value })
    p.terminate()
  },

  uponReceiving: {
    M(p, state, message, from) {
      state.informed = true
      state.value = message.value
      p.sendToAllExcept(from, message)
      p.terminate()
    },
  },

  bits: { M: ({ value }) => value },

  claims: {
    // The root uses all its channels, everyone else all but the one M first came by.
    messages: exactly('2m - (n - 1)'),
    // M reaches distance d by time d; the farthest processor's own copies land one unit later.
    time: [atMost('ecc + 1', { when: rootAwakeAtZero }), atMost('w + ecc + 1')],
  },

  properties: {
    everyoneInformed: eventually(everyProcessor((state) => state.informed, 'is informed')),
  },

  worstDelays: layeredChain,
}
