import { type Algorithm, eventually, slowest } from '../../engine/index.ts'
import { type MiddleMessage, type MiddleState, middleClaims, middleSearch } from './middle-search.ts'
import { centres, knowsWhetherChosen } from './middles.ts'
import { twoNeighborsAreSaturated, unsaturated } from './saturate.ts'

const search = middleSearch((depths) => Math.max(0, ...depths))

/**
 * The centre of a tree without a root: the processor, or the two, whose largest distance to another is the least.
 * Saturation with depths. A processor is there if its deepest branch is no deeper than the rest of the tree. Santoro 2007,
 * section 2.6.
 */
export const treeCentre: Algorithm<MiddleState, MiddleMessage, object> = {
  name: 'tree-centre',
  title: 'Centre of a tree',
  summary: 'on a tree without a root, the one or two processors at its centre come to know so',
  source: 'Santoro 2007, section 2.6',
  requires: { shape: 'tree', fifo: true },
  terminates: false,
  wokenByMessage: 'joins',

  initially: () => ({ ...unsaturated(), chosen: false }),
  ...search,

  bits: { activation: () => 1, saturation: ({ count }) => count, search: ({ count }) => count },

  claims: middleClaims,

  properties: {
    twoNeighborsAreSaturated: eventually(twoNeighborsAreSaturated),
    theCentresKnow: eventually(knowsWhetherChosen(centres)),
  },

  worstDelays: () => slowest,
}
