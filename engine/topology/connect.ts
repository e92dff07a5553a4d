/**
 * How random families become connected. One rule for all that have no geometry: the components stand in the order
 * of their smallest processor, and each from the second on gets one channel, from a uniformly chosen processor of
 * its own to a uniformly chosen processor of those before it. A connected draw is left as it is, so conditional on
 * being connected the families keep their distribution.
 */
import type { Random } from '../random.ts'
import type { ChannelList } from './channel-list.ts'
import { counted } from './notes.ts'
import { Partition } from './partition.ts'

/** Adds the channels that the rule asks for. Returns what was done, for the graph's notes. */
export function connectByAdding(n: number, channels: ChannelList, stream: Random): readonly string[] {
  const { partition } = spanningForest(n, channels)
  for (const [u, v] of joiningChannels(partition, stream)) channels.push(u, v)
  const added = partition.count - 1
  return added === 0
    ? []
    : [`added ${counted(added, 'channel')} to connect ${counted(added + 1, 'component')}`]
}

/**
 * Keeps the number of channels: each channel that the rule asks for replaces one that was chosen uniformly among
 * those not in a spanning forest. Needs at least n − 1 channels.
 */
export function connectByMoving(n: number, channels: ChannelList, stream: Random): readonly string[] {
  const { partition, redundant } = spanningForest(n, channels)
  let moved = 0
  for (const [u, v] of joiningChannels(partition, stream)) {
    const chosen = moved + stream.integer(redundant.length - moved)
    channels.replace(redundant[chosen]!, u, v)
    redundant[chosen] = redundant[moved++]!
  }
  return moved === 0
    ? []
    : [`moved ${counted(moved, 'channel')} to connect ${counted(moved + 1, 'component')}`]
}

/** The components, and the indices of the channels that closed a cycle when they were added in turn. */
function spanningForest(n: number, channels: ChannelList): { partition: Partition; redundant: Uint32Array } {
  const { u, v } = channels
  const partition = new Partition(n)
  const redundant = new Uint32Array(u.length)
  let count = 0
  for (let i = 0; i < u.length; i++) if (!partition.unite(u[i]!, v[i]!)) redundant[count++] = i
  return { partition, redundant: redundant.subarray(0, count) }
}

function* joiningChannels(partition: Partition, stream: Random): Generator<readonly [number, number]> {
  if (partition.count === 1) return
  const { members, starts } = partition.classes()
  for (let k = 1; k < partition.count; k++) {
    const own = starts[k]! + stream.integer(starts[k + 1]! - starts[k]!)
    yield [members[own]!, members[stream.integer(starts[k]!)]!]
  }
}
