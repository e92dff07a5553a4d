import {
  type Algorithm,
  atMost,
  type ConfigurationView,
  eventually,
  exactly,
  several,
  slowest,
} from '../../engine/index.ts'
import {
  heardExcept,
  type Saturating,
  type SaturationState,
  saturate,
  twoNeighborsAreSaturated,
  unsaturated,
  waveClaims,
} from './saturate.ts'

type Message = Saturating | { readonly type: 'notification'; readonly least: number }
type Input = { readonly value: number }
interface State extends SaturationState {
  readonly value: number
  /** The least of all inputs; null before it is known. */
  least: number | null
}

const leastOf = (state: State): number => heardExcept(state).reduce((a, b) => Math.min(a, b), state.value)

const wave = saturate<State, Message>({
  value: leastOf,
  uponSaturation(p, state) {
    state.least = leastOf(state)
    if (state.parent !== null) p.sendToAllExcept(state.parent, { type: 'notification', least: state.least })
    p.terminate()
  },
})

/**
 * The minimum of all inputs on a tree without a root: saturation, and the two that are saturated tell the others.
 * Santoro 2007, section 2.6.
 */
export const treeMinimum: Algorithm<State, Message, Input> = {
  name: 'tree-minimum',
  title: 'Minimum on a tree',
  summary: 'on a tree without a root, everyone learns the least input',
  source: 'Santoro 2007, section 2.6',
  requires: { shape: 'tree', fifo: true },
  terminates: true,
  wokenByMessage: 'joins',

  initially: ({ value }) => ({ ...unsaturated(), value, least: null }),
  uponStart: wave.uponStart,
  uponReceiving: {
    activation: wave.activation,
    saturation: wave.saturation,
    notification(p, state, message, from) {
      state.least = message.least
      p.sendToAllExcept(from, message)
      p.terminate()
    },
  },

  bits: { activation: () => 1, saturation: ({ value }) => value, notification: ({ value }) => value },

  claims: {
    ...waveClaims,
    messages: exactly('3n + k - 4', { when: several }),
    // On every channel but that between the saturated.
    'messages:notification': exactly('n - 2', { when: several }),
    time: atMost('3D'),
  },

  properties: {
    twoNeighborsAreSaturated: eventually(twoNeighborsAreSaturated),
    everyoneKnowsTheLeast: eventually(everyoneKnowsTheLeast),
  },

  worstDelays: () => slowest,
}

function everyoneKnowsTheLeast({ instance: { values }, states }: ConfigurationView<State>): true | string {
  const least = Array.from(values).reduce((a, b) => Math.min(a, b))
  const wrong = states.findIndex((state) => state.least !== least)
  return wrong < 0 || `p_${wrong} takes ${states[wrong]!.least} for the least input, which is ${least}`
}
