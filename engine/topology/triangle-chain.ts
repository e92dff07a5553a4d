import { ChannelList } from './channel-list.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast, needsRoomFor } from './sizes.ts'

/**
 * A chain of k triangles: p_0, p_2, p_4 … follow each other, and each two of them have p_1, p_3, p_5 … between them as
 * well. It brings weights: the channel from p_2i to p_(2i+2) weighs 2^(k−1−i), and the way round weighs nothing. So the
 * lengths of the 2^k ways from one end to the other are the numbers from 0 to 2^k − 1. Lynch 1996, section 15.4.
 */
export const triangleChain: TopologyFamily<'triangle-chain'> = {
  name: 'triangle-chain',
  summary: 'triangles in a row; its own weights give the ways along it all lengths from 0 to 2^k − 1',
  title: 'chain of triangles',
  random: false,
  parameters: {},
  sizeProblem(n) {
    const small = needsAtLeast(n, 3)
    if (small !== null) return small
    if (n % 2 === 0) return `n = 2k + 1; the nearest are ${n - 1} and ${n + 1}`
    return needsRoomFor((3 * (n - 1)) / 2)
  },
  closedForm: (n) => ({ m: (3 * (n - 1)) / 2, diameter: (n - 1) / 2 }),

  build({ n }) {
    const channels = new ChannelList((3 * (n - 1)) / 2)
    for (let p = 0; p < n - 1; p += 2) {
      channels.push(p, p + 1, 0)
      channels.push(p, p + 2, 2 ** ((n - 1 - p) / 2 - 1))
      channels.push(p + 1, p + 2, 0)
    }
    return channels.toGraph(n, { diameter: (n - 1) / 2 })
  },
}
