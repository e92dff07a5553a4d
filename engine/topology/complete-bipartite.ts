import type { ParameterValues } from '../specs/entry.ts'
import { ChannelList } from './channel-list.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast, needsRoomFor } from './sizes.ts'

/** The complete bipartite graph: each of the first `left` processors is joined to each other one, by number. */
export const completeBipartite: TopologyFamily<'complete-bipartite'> = {
  name: 'complete-bipartite',
  title: 'Complete bipartite',
  summary: 'two sides; every two processors on different sides share a channel',
  random: false,
  parameters: {
    left: {
      kind: 'integer',
      min: 1,
      description: 'the number of processors on the left side; half of them (rounded down) if left out',
    },
  },
  sizeProblem: (n, values) =>
    needsAtLeast(n, leftOf(2, values) + 1) ?? needsRoomFor(leftOf(n, values) * (n - leftOf(n, values))),
  closedForm: (n, values) => ({
    m: leftOf(n, values) * (n - leftOf(n, values)),
    diameter: Math.min(2, n - 1),
  }),

  build({ n, values }) {
    const left = leftOf(n, values)
    const channels = new ChannelList(left * (n - left))
    for (let p = 0; p < left; p++) for (let q = left; q < n; q++) channels.push(p, q)
    return channels.toGraph(n, { diameter: Math.min(2, n - 1) })
  },
}

function leftOf(n: number, values: ParameterValues): number {
  return (values.left as number | undefined) ?? Math.floor(n / 2)
}
