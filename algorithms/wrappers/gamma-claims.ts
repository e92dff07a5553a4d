import { allAwakeAtZero, atMost, type Claims, exactly, type InstanceQuantity } from '../../engine/index.ts'
import { partitionOf } from './partition.ts'
import { A, R } from './synchronizer.ts'

/** What is claimed of γ, with C clusters, E_p preferred channels, and d the depth of the deepest tree of a cluster. */
export function gammaClaims(K: number): Claims {
  const { C, E_p, d } = quantitiesOf(K)
  const inTree = exactly('(n - C)R', { where: { R, C } })
  return {
    messages: exactly('2A + R(4(n - C) + 2E_p)', { where: { A, R, C, E_p } }),
    'messages:ack': exactly('A', { where: { A } }),
    'messages:safe': inTree,
    'messages:cluster-safe': exactly('R(n - C + 2E_p)', { where: { R, C, E_p } }),
    'messages:ready': inTree,
    'messages:pulse': inTree,
    // A message and its acknowledgement take 2 at most, that a cluster is safe 1 to the next; four times through a tree.
    time: [
      atMost('(4d + 3)R', { where: { R, d }, when: allAwakeAtZero }),
      atMost('w + (4d + 3)R', { where: { R, d } }),
    ],
  }
}

function quantitiesOf(K: number): Readonly<Record<'C' | 'E_p' | 'd', InstanceQuantity>> {
  return {
    C: { description: 'clusters', value: ({ network }) => partitionOf(network, K).leaders.length },
    E_p: {
      description: 'preferred channels, one for each two clusters next to each other',
      value: ({ network }) => partitionOf(network, K).preferredCount,
    },
    d: {
      description: 'depth of the deepest tree of a cluster',
      value: ({ network }) => partitionOf(network, K).depthMax,
    },
  }
}
