import type { Random } from '../random.ts'
import type { ParameterValues } from '../specs/entry.ts'
import { ChannelList } from './channel-list.ts'
import { ChannelSet } from './channel-set.ts'
import { pairsAmong } from './cliques.ts'
import { connectByMoving } from './connect.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast, needsRoomFor } from './sizes.ts'

/**
 * The random graph G(n, m) of Erdős & Rényi: m channels, all sets of m pairs equally likely. If it is not
 * connected, as few channels as it takes move so as to join components (connect.ts); a note counts them. Channel
 * numbers mean nothing.
 */
export const gnm: TopologyFamily<'gnm'> = {
  name: 'gnm',
  title: 'G(n, m)',
  summary: 'G(n, m): m channels, uniformly random; connected by moving a few if need be',
  random: true,
  parameters: {
    degree: { kind: 'number', min: 0, description: 'the mean degree, 2m/n; 8 unless m is given' },
    m: { kind: 'integer', min: 1, description: 'the number of channels, instead of the degree' },
  },
  sizeProblem(n, values) {
    if (values.m !== undefined && values.degree !== undefined) return 'either degree or m, not both'
    const m = channelsOf(n, values)
    const fits = m >= n - 1 && m <= pairsAmong(n)
    const range = `from n − 1 to n (n − 1)/2 channels, that is ${n - 1} to ${pairsAmong(n)}; here are ${m}`
    return needsAtLeast(n, 2) ?? (fits ? needsRoomFor(m) : range)
  },
  closedForm: (n, values) => ({ m: channelsOf(n, values) }),

  build({ n, values, stream }) {
    const m = channelsOf(n, values)
    const absent = pairsAmong(n) - m
    const channels = m <= absent ? drawn(n, m, stream).channels : allBut(n, drawn(n, absent, stream).set, m)
    const notes = connectByMoving(n, channels, stream)
    return channels.toGraph(n, { notes })
  },
}

function channelsOf(n: number, values: ParameterValues): number {
  return (
    (values.m as number | undefined) ?? Math.round((n * ((values.degree as number | undefined) ?? 8)) / 2)
  )
}

/** A uniformly random set of `count` pairs, by rejection; quick as long as that is at most half of all pairs. */
function drawn(n: number, count: number, stream: Random): { channels: ChannelList; set: ChannelSet } {
  const channels = new ChannelList(count)
  const set = new ChannelSet(count)
  while (channels.length < count) {
    const u = stream.integer(n)
    const v = stream.integer(n)
    if (u !== v && set.add(u, v)) channels.push(u, v)
  }
  return { channels, set }
}

function allBut(n: number, absent: ChannelSet, m: number): ChannelList {
  const channels = new ChannelList(m)
  for (let u = 0; u < n; u++) for (let v = u + 1; v < n; v++) if (!absent.has(u, v)) channels.push(u, v)
  return channels
}
