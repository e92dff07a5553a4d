import type { Random } from '../random.ts'
import { ChannelList } from './channel-list.ts'
import { multiples } from './multiples.ts'
import { Partition } from './partition.ts'

/**
 * The largest n and degree for which graphs are drawn exactly. A pairing of stubs is simple with a probability of about
 * e^((1 − degree²)/4), at degree 6 once in some 6,000 times, on few processors in some 30,000.
 */
export const exactMax = { n: 2000, degree: 6 } as const

/** Draws are given up after so many: the probability that so many fail is below e^−1000. */
const DRAWS = 1e8

/**
 * The channels of a connected graph of the given degree, all of which are equally likely: pairings of stubs (Bollobás 1980)
 * are drawn until one has neither loops nor parallel channels and is connected. Every simple graph comes from the same
 * number of pairings, (degree!)^n, so none is favoured. With `connected` false, graphs that are not count too.
 */
export function exactRegular(n: number, degree: number, stream: Random, connected: boolean): ChannelList {
  for (let draw = 0; draw < DRAWS; draw++) {
    const channels = simplePairing(n, degree, stream)
    if (channels !== null && (!connected || isConnected(n, channels))) return channels
  }
  throw new Error(`no simple pairing in ${DRAWS} draws`)
}

/** A random pairing; null as soon as it has a loop or a parallel channel. */
function simplePairing(n: number, degree: number, stream: Random): ChannelList | null {
  const owners = multiples(n * degree, 1).map((stub) => Math.floor(stub / degree))
  const channels = new ChannelList((n * degree) / 2)
  const met = new Set<number>()
  for (let left = owners.length; left > 0; left -= 2) {
    // The last stub that is left is paired with one of those before it.
    const other = stream.integer(left - 1)
    const [p, q] = [owners[left - 1]!, owners[other]!]
    owners[other] = owners[left - 2]!
    const pair = Math.min(p, q) * n + Math.max(p, q)
    if (p === q || met.has(pair)) return null
    met.add(pair)
    channels.push(p, q)
  }
  return channels
}

function isConnected(n: number, { u, v }: ChannelList): boolean {
  const partition = new Partition(n)
  for (let i = 0; i < u.length; i++) partition.unite(u[i]!, v[i]!)
  return partition.count === 1
}
