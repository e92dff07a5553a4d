import type { Random } from '../random.ts'
import { ChannelList } from './channel-list.ts'
import { ChannelSet } from './channel-set.ts'
import { connectByMoving } from './connect.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast, needsRoomFor } from './sizes.ts'

/**
 * The small world of Watts & Strogatz (1998): a ring in which everyone is joined to the `degree` nearest, half on
 * each side, and the far end of each channel moves with probability `rewire` to a uniformly random processor, never
 * making a loop or a parallel channel. If that disconnects it, as few channels as it takes move once more to join
 * components (connect.ts); a note counts them. Channel numbers mean nothing.
 */
export const wattsStrogatz: TopologyFamily<'watts-strogatz'> = {
  name: 'watts-strogatz',
  title: 'Watts–Strogatz',
  summary: 'a small world: a ring with neighbourhoods, some channels rewired at random',
  random: true,
  parameters: {
    degree: { kind: 'integer', default: 8, min: 2, description: 'the mean degree, an even number' },
    rewire: {
      kind: 'number',
      default: 0.1,
      min: 0,
      max: 1,
      description: 'the probability that a channel moves',
    },
  },
  sizeProblem(n, values) {
    const degree = values.degree as number
    if (degree % 2 !== 0) return `an even degree, such as ${degree + 1}`
    return needsAtLeast(n, degree + 1) ?? needsRoomFor((n * degree) / 2)
  },
  closedForm: (n, values) => ({ m: (n * (values.degree as number)) / 2 }),

  build({ n, values, stream }) {
    const channels = ringOfNeighbourhoods(n, (values.degree as number) / 2)
    rewire(n, channels, values.rewire as number, stream)
    const notes = connectByMoving(n, channels, stream)
    return channels.toGraph(n, { notes })
  },
}

function ringOfNeighbourhoods(n: number, reach: number): ChannelList {
  const channels = new ChannelList(n * reach)
  for (let step = 1; step <= reach; step++) for (let p = 0; p < n; p++) channels.push(p, (p + step) % n)
  return channels
}

function rewire(n: number, channels: ChannelList, probability: number, stream: Random): void {
  const set = new ChannelSet(2 * channels.length)
  const degrees = new Uint32Array(n)
  const { u, v } = channels
  for (let i = 0; i < u.length; i++) {
    set.add(u[i]!, v[i]!)
    degrees[u[i]!]!++
    degrees[v[i]!]!++
  }
  for (let i = 0; i < u.length; i++) {
    const p = u[i]!
    // A processor that is joined to everyone has no place to move its channel to.
    if (stream.uniform() >= probability || degrees[p] === n - 1) continue
    let q = stream.integer(n)
    while (q === p || !set.add(p, q)) q = stream.integer(n)
    set.delete(p, v[i]!)
    degrees[v[i]!]!--
    degrees[q]!++
    channels.replace(i, p, q)
  }
}
