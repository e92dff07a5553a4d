import type { Network } from '../../../engine/index.ts'

/** The channel of a processor that leads to another; −1 if there is none. */
export function channelTo(network: Network, from: number, to: number): number {
  if (from >= network.n) return -1
  for (let channel = 0; channel < network.degree(from); channel++)
    if (network.neighbor(from, channel) === to) return channel
  return -1
}
