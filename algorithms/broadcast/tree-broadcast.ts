import {
  type Algorithm,
  atMost,
  both,
  type Channel,
  eventually,
  everyProcessor,
  exactly,
  rootAwakeAtZero,
  slowest,
  unitDelays,
} from '../../engine/index.ts'

/**
 * Broadcast on a given spanning tree: the root's message M travels down to every processor.
 * Attiya & Welch, section 2.2. Every processor knows its channels to its parent and children.
 */
type Message = { readonly type: 'M'; readonly value: number }
type Input = {
  readonly isRoot: boolean
  readonly value: number
  readonly parent: Channel | null
  readonly children: readonly Channel[]
}
interface State {
  readonly isRoot: boolean
  readonly children: readonly Channel[]
  value: number
  delivered: number
}

export const treeBroadcast: Algorithm<State, Message, Input> = {
  name: 'tree-broadcast',
  title: 'Broadcast on a tree',
  summary: 'the message of the root travels down a given spanning tree',
  source: 'Attiya & Welch, section 2.2',
  requires: { root: true, spanningTree: true },
  terminates: true,

  initially: ({ isRoot, value, children }) => ({ isRoot, children, value: isRoot ? value : 0, delivered: 0 }),

  uponStart(p, state) {
    if (!state.isRoot) return
    state.delivered = 1
    for (const child of state.children) p.send(child, { type: 'M', value: state.value })
    p.terminate()
  },

  uponReceiving: {
    M(p, state, message) {
      state.value = message.value
      state.delivered++
      for (const child of state.children) p.send(child, message)
      p.terminate()
    },
  },

  bits: { M: ({ value }) => value },

  claims: {
    // One message on each channel of the tree.
    messages: exactly('n - 1'),
    time: [
      exactly('h', { when: both(unitDelays, rootAwakeAtZero) }),
      atMost('h', { when: rootAwakeAtZero }),
      atMost('w + h'),
    ],
  },

  properties: {
    everyoneDeliversOnce: eventually(
      everyProcessor((state) => state.delivered === 1, 'delivers M exactly once'),
    ),
  },

  worstDelays: () => slowest,
}
