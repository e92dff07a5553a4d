import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  both,
  type Channel,
  type ConfigurationView,
  eventually,
  exactly,
  slowest,
  unitDelays,
} from '../../engine/index.ts'

/**
 * Convergecast on a given spanning tree: the sum of all inputs travels up to the root.
 * Attiya & Welch, section 2.2. The leaves start; an inner processor waits for all its children.
 */
type Message = { readonly type: 'sum'; readonly value: number }
type Input = {
  readonly value: number
  readonly parent: Channel | null
  readonly children: readonly Channel[]
}
interface State {
  readonly parent: Channel | null
  waitingFor: number
  sum: number
}

export const convergecast: Algorithm<State, Message, Input> = {
  name: 'convergecast',
  title: 'Convergecast on a tree',
  summary: 'the sum of all inputs travels up a given spanning tree to the root',
  source: 'Attiya & Welch, section 2.2',
  requires: { spanningTree: true, initiators: 'all' },
  terminates: true,

  initially: ({ value, parent, children }) => ({ parent, waitingFor: children.length, sum: value }),

  uponStart(p, state) {
    if (state.waitingFor === 0) report(p, state)
  },

  uponReceiving: {
    sum(p, state, { value }) {
      state.sum += value
      state.waitingFor--
      if (state.waitingFor === 0) report(p, state)
    },
  },

  // A sum of n values takes ⌈log2 n⌉ bits more than one of them.
  bits: { sum: ({ value, count }) => value + count },

  claims: {
    // One message on each channel of the tree.
    messages: exactly('n - 1'),
    time: [
      exactly('h', { when: both(unitDelays, allAwakeAtZero) }),
      atMost('h', { when: allAwakeAtZero }),
      atMost('w + h'),
    ],
  },

  properties: { rootHasTheSum: eventually(rootHasTheSum) },

  worstDelays: () => slowest,
}

function report(
  p: { send(channel: Channel, message: Message): void; terminate(): void },
  state: State,
): void {
  if (state.parent !== null) p.send(state.parent, { type: 'sum', value: state.sum })
  p.terminate()
}

function rootHasTheSum({ instance, states }: ConfigurationView<State>): true | string {
  const { root, values } = instance
  const sum = Array.from(values).reduce((a, b) => a + b, 0)
  return states[root]!.sum === sum || `the root has ${states[root]!.sum}; the inputs sum to ${sum}`
}
