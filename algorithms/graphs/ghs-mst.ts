import {
  type Algorithm,
  allAwakeAtZero,
  always,
  atMost,
  type ConfigurationView,
  eventually,
  exactly,
  order,
} from '../../engine/index.ts'
import { connect, type GhsMessage, type GhsState, halt, inTurn } from './ghs-answers.ts'
import { markedWeight, marksNoOther, marksTheTree } from './minimum-tree.ts'
import { weightBits } from './weight-bits.ts'

/**
 * Gallager, Humblet & Spira's minimum spanning tree, verbatim. Fragments of the tree look for their lightest outgoing
 * channel and join over it: a fragment of lower level is absorbed, two of equal level whose lightest channel is the same
 * become one of the next level, whose core is that channel. A message that cannot be answered yet waits in the state.
 * Gallager, Humblet & Spira 1983.
 */
export const ghsMst: Algorithm<GhsState, GhsMessage, object> = {
  name: 'ghs-mst',
  title: 'Gallager–Humblet–Spira',
  summary: 'the minimum spanning tree, from fragments that join over their lightest outgoing channels',
  source: 'Gallager, Humblet & Spira 1983',
  remarks:
    'A message that cannot be answered yet (a connect of no lower level, a test of a higher one, a report to the core while it still searches) waits in the state of its receiver and is not counted again. A reject may come back on a channel of the tree, where the neighbour has joined over it in the meantime; so there are up to m of them.',
  requires: { weights: 'distinct', fifo: true },
  terminates: false,
  marks: ['halted'],

  initially: () => ({
    marks: [],
    branches: [],
    byWeight: [],
    next: 0,
    level: 0,
    fragment: null,
    finding: false,
    inward: -1,
    missing: 0,
    testing: null,
    bestChannel: -1,
    best: null,
    halted: false,
    waiting: [],
  }),

  uponStart(p, state) {
    state.marks = Array.from({ length: p.degree }, () => 'basic')
    state.byWeight = Array.from(state.marks, (_, i) => i).sort((i, j) => p.weight(i) - p.weight(j))
    if (p.degree === 0) return halt(p, state)
    connect(p, state, state.byWeight[0]!)
  },

  uponReceiving: {
    connect: inTurn,
    initiate: inTurn,
    test: inTurn,
    accept: inTurn,
    reject: inTurn,
    report: inTurn,
    'change-root': inTurn,
  },

  bits: {
    connect: ({ count }) => levelBits(count),
    initiate: ({ count, weight }) => levelBits(count) + weight + 1,
    test: ({ count, weight }) => levelBits(count) + weight,
    accept: () => 1,
    reject: () => 1,
    report: ({ weight }) => weight + 1,
    'change-root': () => 1,
  },

  claims: {
    // A channel outside the tree is rejected once, with two messages. At each level, a processor takes part in one
    // initiate, one report, one change of the root or connect, one accept, and sends one test that succeeds.
    messages: [atMost('5n log2(n) + 2m'), order('n log2(n) + m')],
    // A channel that was rejected once is tested no more, from neither end.
    'messages:reject': atMost('m'),
    time: [atMost('5n log2(n)', { when: allAwakeAtZero }), order('n log2(n)')],
    bits: order('(n log2(n) + m) log2(n)'),
    'bits:max': atMost('B + ceil(log2(log2(n) + 2)) + 1', { where: { B: weightBits } }),
    'bits:load': order('log2(n)'),
    // A fragment of level i has at least 2^i processors.
    'column:levels': atMost('floor(log2(n))'),
    'column:weight': exactly('mst'),
  },

  properties: {
    marksNoOther: always(marksNoOther),
    marksTheTree: eventually(marksTheTree),
    coreHalts: eventually(coreHalts),
  },

  columns: {
    levels: {
      description: 'the level of the last fragment',
      read: ({ states }) => states.reduce((most, { level }) => Math.max(most, level), 0),
    },
    weight: { description: 'what the tree weighs', read: markedWeight },
  },
}

/** A level is at most log₂ n. */
const levelBits = (count: number): number => Math.ceil(Math.log2(count + 1))

/** The two ends of the last core know that the tree is complete, and nobody else does. */
function coreHalts({ instance: { network }, states }: ConfigurationView<GhsState>): true | string {
  const halted = [...states.keys()].filter((p) => states[p]!.halted)
  const [p = -1, q = p] = halted
  const isCore = halted.length <= 2 && p >= 0 && (p === q || network.neighbor(p, states[p]!.inward) === q)
  return isCore || `${halted.map((p) => `p_${p}`).join(', ') || 'nobody'} halts, not the ends of one channel`
}
