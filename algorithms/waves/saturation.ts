import { type Algorithm, always, eventually, exactly, several, slowest } from '../../engine/index.ts'
import {
  heardExcept,
  type Saturating,
  type SaturationState,
  saturate,
  twoNeighborsAreSaturated,
  unsaturated,
  waveClaims,
} from './saturate.ts'

const sizeOf = (state: SaturationState): number => heardExcept(state).reduce((sum, size) => sum + size, 1)

const wave = saturate<SaturationState, Saturating>({ value: sizeOf })

/**
 * Saturation of a tree without a root: two neighbours, of whom nobody knows before which ones, come to hear from
 * everyone. Here they count the processors. Santoro 2007, section 2.6.
 */
export const saturation: Algorithm<SaturationState, Saturating, object> = {
  name: 'saturation',
  title: 'Saturation of a tree',
  summary: 'on a tree without a root, two neighbours come to hear from everyone, and know how many there are',
  source: 'Santoro 2007, section 2.6',
  remarks:
    'Channels are first in, first out: otherwise a value could reach a processor before its activation.',
  requires: { shape: 'tree', fifo: true },
  terminates: false,
  wokenByMessage: 'joins',

  initially: unsaturated,
  uponStart: wave.uponStart,
  uponReceiving: { activation: wave.activation, saturation: wave.saturation },

  bits: { activation: () => 1, saturation: ({ count }) => count },

  claims: { messages: exactly('2n + k - 2', { when: several }), ...waveClaims },

  properties: {
    twoNeighborsAreSaturated: eventually(twoNeighborsAreSaturated),
    whoIsSaturatedKnowsN: always(({ states }) => knowsN(states), {
      after: ({ states }, p) => knowsN(states, [states[p]!]),
    }),
  },

  worstDelays: () => slowest,
}

function knowsN(states: readonly SaturationState[], asked = states): true | string {
  const wrong = asked.find((state) => state.saturated && sizeOf(state) !== states.length)
  return wrong === undefined || `a saturated processor counts ${sizeOf(wrong)} of ${states.length}`
}
