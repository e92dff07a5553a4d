import {
  type AnyAlgorithm,
  allAwakeAtZero,
  atMost,
  type Claim,
  type Claims,
  exactly,
  finalQuantity,
} from '../../engine/index.ts'
import { treeDepth } from '../spanning-tree/trees.ts'
import { A, R } from './synchronizer.ts'
import type { OnTree } from './tree-building.ts'

const t = finalQuantity<OnTree>('depth of the tree that is built', ({ instance, states, terminated }) =>
  treeDepth({ instance, states: states.map(({ growing }) => growing!.inner), terminated }),
)

const pulses: Claims = {
  'messages:ack': exactly('A', { where: { A } }),
  'messages:safe': exactly('(n - 1)R', { where: { R } }),
  'messages:pulse': exactly('(n - 1)R', { where: { R } }),
}

/**
 * What is claimed of β; `builder` builds its tree, unless one is given. A message and its acknowledgement take 2 at most; then
 * that all are safe goes up the tree, and the pulse down.
 */
export function betaClaims(builder: AnyAlgorithm | null): Claims {
  if (builder === null)
    return {
      ...pulses,
      messages: exactly('2A + 2(n - 1)R', { where: { A, R } }),
      time: [
        atMost('(2h + 2)R', { where: { R }, when: allAwakeAtZero }),
        atMost('w + (2h + 2)R', { where: { R } }),
      ],
    }
  const claimed = (measure: 'messages' | 'time', kind: Claim['kind']): Claim[] =>
    [builder.claims?.[measure] ?? []].flat().filter((claim) => claim.kind === kind)
  return {
    ...pulses,
    messages: claimed('messages', 'exactly').map(({ formula }) =>
      exactly(`2A + 2(n - 1)R + ${formula}`, { where: { A, R } }),
    ),
    'messages:tree': claimed('messages', 'exactly'),
    // Whoever knows its place in the tree begins.
    time: claimed('time', 'at most').map(({ formula, when }) =>
      atMost(`${formula} + (2t + 2)R`, { where: { R, t }, ...(when && { when }) }),
    ),
  }
}
