import { type Algorithm, atMost, eventually, exactly, several, slowest } from '../../engine/index.ts'
import {
  heardExcept,
  type Saturating,
  type SaturationState,
  saturate,
  twoNeighborsAreSaturated,
  unsaturated,
  waveClaims,
} from '../waves/saturate.ts'
import { electsTheLeast } from './elected.ts'

/**
 * Election on a tree: saturation with the least identifier, and the two that are saturated tell the others. Who wakes by
 * itself does not matter: the least identifier of all wins. Santoro 2007, sections 2.6 and 3.2.
 */
type Message = Saturating | { readonly type: 'notification'; readonly leader: number }
type Input = { readonly id: number }
interface State extends SaturationState {
  readonly id: number
  elected: boolean | null
}

const leastOf = (state: State): number => heardExcept(state).reduce((a, b) => Math.min(a, b), state.id)

const wave = saturate<State, Message>({
  value: leastOf,
  uponSaturation(p, state) {
    const leader = leastOf(state)
    state.elected = leader === state.id
    if (state.parent !== null) p.sendToAllExcept(state.parent, { type: 'notification', leader })
    p.terminate()
  },
})

export const treeElection: Algorithm<State, Message, Input> = {
  name: 'tree-election',
  title: 'Election on a tree',
  summary: 'on a tree, two neighbours hear from everyone and announce the least identifier',
  source: 'Santoro 2007, sections 2.6 and 3.2',
  remarks:
    'The processor that is elected need not be one of the two that are saturated. Channels are first in, first out, as for all uses of saturation.',
  requires: { identifiers: true, shape: 'tree', fifo: true },
  terminates: true,
  wokenByMessage: 'joins',

  initially: ({ id }) => ({ ...unsaturated(), id, elected: null }),
  uponStart: wave.uponStart,
  uponReceiving: {
    activation: wave.activation,
    saturation: wave.saturation,
    notification(p, state, message, from) {
      state.elected = message.leader === state.id
      p.sendToAllExcept(from, message)
      p.terminate()
    },
  },

  bits: {
    activation: () => 1,
    saturation: ({ identifier }) => identifier,
    notification: ({ identifier }) => identifier,
  },

  claims: {
    ...waveClaims,
    messages: exactly('3n + k - 4', { when: several }),
    // On every channel but that between the saturated.
    'messages:notification': exactly('n - 2', { when: several }),
    time: atMost('3D'),
  },

  properties: { ...electsTheLeast, twoNeighborsAreSaturated: eventually(twoNeighborsAreSaturated) },

  worstDelays: () => slowest,
}
