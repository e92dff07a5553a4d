import { InputError } from '../errors.ts'
import type { Network } from '../model/index.ts'

/** Throws an InputError if the last step of a processor is said to send to one that is no neighbour. */
export function assertNeighbors(
  network: Network,
  processor: number,
  receivers: readonly number[] | null,
  where: string,
): void {
  const strange = receivers?.find((receiver) => !isNeighbor(network, processor, receiver))
  if (strange !== undefined)
    throw new InputError(`${where}: p_${strange} is no neighbour of p_${processor}, so nothing is sent to it`)
}

function isNeighbor(network: Network, processor: number, other: number): boolean {
  for (let channel = 0; channel < network.degree(processor); channel++)
    if (network.neighbor(processor, channel) === other) return true
  return false
}
