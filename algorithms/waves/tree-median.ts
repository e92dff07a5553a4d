import { type Algorithm, eventually, slowest } from '../../engine/index.ts'
import { type MiddleMessage, type MiddleState, middleClaims, middleSearch } from './middle-search.ts'
import { knowsWhetherChosen, medians } from './middles.ts'
import { twoNeighborsAreSaturated, unsaturated } from './saturate.ts'

const search = middleSearch((sizes) => sizes.reduce((a, b) => a + b, 0))

/**
 * The median of a tree without a root: the processor, or the two, with the least sum of distances to all others.
 * Saturation with sizes. A step towards a branch takes 1 from the distance of everyone in it and adds 1 to all others', so
 * a processor is there if its largest branch is no larger than the rest of the tree. Santoro 2007, section 2.6.
 */
export const treeMedian: Algorithm<MiddleState, MiddleMessage, object> = {
  name: 'tree-median',
  title: 'Median of a tree',
  summary:
    'on a tree without a root, the one or two processors with the least sum of distances come to know so',
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
    theMediansKnow: eventually(knowsWhetherChosen(medians)),
  },

  worstDelays: () => slowest,
}
