import { LongPaths } from '../../topology/long-paths.ts'
import type { DelayFamily } from '../delay-family.ts'
import { delaysBySlot } from '../per-channel.ts'
import { fastParameter } from './fast-parameter.ts'

/**
 * From the root on, messages run fast along a long path that visits nobody twice; everything else, the way back
 * included, takes 1. What should be a shallow tree then becomes a chain.
 */
export const fastChain: DelayFamily<'fast-chain'> = {
  name: 'fast-chain',
  summary: 'fast along a long simple path that starts at the root, delay 1 everywhere else',
  parameters: { fast: fastParameter },
  create({ graph, values, instance }) {
    const path = new LongPaths(graph).from(instance?.root ?? 0)
    const next = new Int32Array(graph.n).fill(-1)
    for (let i = 1; i < path.length; i++) next[path[i - 1]!] = path[i]!
    const delays = delaysBySlot(graph, (p, q) => (next[p] === q ? (values.fast as number) : 1))
    return { kind: 'per channel', bounded: true, delays }
  },
}
