import type { Random } from '../random.ts'
import { ChannelList } from './channel-list.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast } from './sizes.ts'

/**
 * A tree drawn uniformly from the n^(n−2) labelled trees, by a random Prüfer sequence (Prüfer 1918). Channels are
 * numbered in the order in which decoding the sequence finds them.
 */
export const randomTree: TopologyFamily<'random-tree'> = {
  name: 'random-tree',
  summary: 'a uniformly random labelled tree',
  random: true,
  parameters: {},
  sizeProblem: (n) => needsAtLeast(n, 2),
  closedForm: (n) => ({ m: n - 1 }),
  build: ({ n, stream }) => decoded(n, randomSequence(n, stream)).toGraph(n),
}

function randomSequence(n: number, stream: Random): Uint32Array {
  const sequence = new Uint32Array(n - 2)
  for (let i = 0; i < sequence.length; i++) sequence[i] = stream.integer(n)
  return sequence
}

/** Each entry in turn is joined to the smallest leaf left, which is then removed; the last two are joined. Linear. */
function decoded(n: number, sequence: Uint32Array): ChannelList {
  const degrees = new Uint32Array(n).fill(1)
  for (const p of sequence) degrees[p]!++
  const channels = new ChannelList(n)
  let candidate = degrees.indexOf(1)
  let leaf = candidate
  for (const p of sequence) {
    channels.push(p, leaf)
    // A new leaf below the candidate is the smallest; else the next leaf is above it, and the candidate only grows.
    if (--degrees[p]! === 1 && p < candidate) leaf = p
    else leaf = candidate = degrees.indexOf(1, candidate + 1)
  }
  channels.push(leaf, n - 1)
  return channels
}
