import { InputError } from '../../errors.ts'
import { ChannelList } from '../channel-list.ts'
import type { Graph, GraphDetails, ReadAs } from '../graph.ts'
import type { Labels } from '../labels.ts'
import { multiples } from '../multiples.ts'
import { counted } from '../notes.ts'
import { Partition } from '../partition.ts'
import { merged } from './merge.ts'
import type { RawNetwork } from './raw-network.ts'

/**
 * The network of a file: without its loops and with parallel channels merged, all of which is noted. One that is not
 * connected is an InputError, unless its largest component is asked for.
 */
export function cleaned(
  name: string,
  raw: RawNetwork,
  readAs: ReadAs,
  component: 'largest' | undefined,
): Graph {
  const n = raw.labels.length
  if (n === 0) throw new InputError(`${name} has no processors`)
  const notes = [...raw.notes]
  const channels = merged(n, raw.channels, notes)
  const partition = new Partition(n)
  const { u, v } = channels
  for (let i = 0; i < u.length; i++) partition.unite(u[i]!, v[i]!)
  const members = partition.count === 1 ? multiples(n, 1) : largestOf(name, partition, component, notes)
  const labels = inOneSpelling(
    members.length === n ? raw.labels : Array.from(members, (p) => raw.labels.at(p)!),
  )
  const repeated = Array.isArray(labels) ? labels.length - new Set<string>(labels).size : 0
  if (repeated > 0) notes.push(`found ${counted(repeated, 'processor')} with the label of an earlier one`)
  const details: GraphDetails = { labels, ...coordinatesOf(raw, members, notes), notes, readAs }
  return restricted(channels, n, members).toGraph(members.length, details)
}

/** Letters with marks in one spelling (NFC), so that what looks the same is the same. */
function inOneSpelling(labels: Labels): Labels {
  return Array.isArray(labels) ? labels.map((label: string) => label.normalize('NFC')) : labels
}

function largestOf(
  name: string,
  partition: Partition,
  component: 'largest' | undefined,
  notes: string[],
): Uint32Array {
  const { members, starts } = partition.classes()
  const classes = Array.from({ length: partition.count }, (_, k) =>
    members.subarray(starts[k]!, starts[k + 1]!),
  )
  classes.sort((a, b) => b.length - a.length)
  const [largest] = classes
  if (component === undefined) {
    const sizes = classes.slice(0, 4).map((members) => members.length)
    const more = classes.length > 4 ? ', …' : ''
    throw new InputError(
      `${name} is not connected: it has ${classes.length} components, of ${sizes.join(', ')}${more} processors; ` +
        'add component=largest to take the largest',
    )
  }
  notes.push(
    `took the largest of ${counted(classes.length, 'component')}, ` +
      `${counted(largest!.length, 'processor')} of ${members.length}`,
  )
  return largest!
}

/** The channels among the members, which are renumbered in their order. */
function restricted(channels: ChannelList, n: number, members: Uint32Array): ChannelList {
  if (members.length === n) return channels
  const places = new Int32Array(n).fill(-1)
  for (const [place, p] of members.entries()) places[p] = place
  const among = new ChannelList(channels.length)
  const { u, v } = channels
  for (let i = 0; i < u.length; i++)
    if (places[u[i]!]! >= 0) among.push(places[u[i]!]!, places[v[i]!]!, channels.weightOf(i))
  return among
}

/** The coordinates, if all members have them. */
function coordinatesOf(
  { coordinates }: RawNetwork,
  members: Uint32Array,
  notes: string[],
): { readonly coordinates?: Float64Array } {
  if (coordinates === undefined) return {}
  const chosen = new Float64Array(2 * members.length)
  let missing = 0
  for (const [place, p] of members.entries()) {
    chosen[2 * place] = coordinates[2 * p]!
    chosen[2 * place + 1] = coordinates[2 * p + 1]!
    if (!Number.isFinite(chosen[2 * place]! + chosen[2 * place + 1]!)) missing++
  }
  if (missing === 0) return { coordinates: chosen }
  if (missing < members.length)
    notes.push(`left out the coordinates: ${counted(missing, 'processor')} of ${members.length} without`)
  return {}
}
