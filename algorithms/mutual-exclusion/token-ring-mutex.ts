import {
  type Algorithm,
  atLeast,
  atMost,
  both,
  exactly,
  LEFT,
  type MutualExclusion,
  mutualExclusion,
  oneClient,
  type Processor,
  saturated,
  unitDelays,
} from '../../engine/index.ts'

type Message = { readonly type: 'token' }
interface Input {
  readonly isRoot: boolean
}
interface State {
  readonly isRoot: boolean
  waiting: boolean
}

const TOKEN: Message = { type: 'token' }

/**
 * Le Lann's mutual exclusion: a token goes round for ever, and who has it may enter. The ring is the network, or a circle
 * of all processors in a complete one.
 */
export const tokenRingMutex: Algorithm<State, Message, Input, MutualExclusion> = {
  name: 'token-ring-mutex',
  title: 'Token ring',
  summary: 'mutual exclusion: a token goes round for ever, and who has it may enter',
  source: 'Le Lann 1977',
  remarks: 'The root makes the token. The execution ends when all that is asked for has been answered.',
  requires: { root: true, shape: ['ring', 'complete'], orientation: true },
  terminates: false,
  service: mutualExclusion,

  initially: ({ isRoot }) => ({ isRoot, waiting: false }),

  uponStart(p, state) {
    if (state.isRoot) p.send(LEFT, TOKEN)
  },

  uponInvoking: {
    acquire(_, state) {
      state.waiting = true
    },
    release(p) {
      p.send(LEFT, TOKEN)
      p.respond()
    },
  },

  uponReceiving: {
    token(p, state) {
      if (state.waiting) enter(p, state)
      else p.send(LEFT, TOKEN)
    },
  },

  stopWhen: (_, answered) => answered,

  claims: {
    messages: [
      // Whoever the token comes to waits for it, and the last passes it on.
      exactly('c + 1', { when: saturated }),
      atLeast('c + 1'),
    ],
    response: atMost('n', { when: oneClient }),
    bypass: atMost('1'),
    sync_delay: [atMost('1', { when: both(unitDelays, saturated) }), atMost('n - 1')],
  },
}

function enter(p: Processor<Message>, state: State): void {
  state.waiting = false
  p.respond()
}
