import { InputError } from '../../errors.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import type { SharedObject } from '../../shared-memory/index.ts'
import { ChannelRow } from '../../topology/channel-row.ts'
import { memoryObject } from '../../wrappers/index.ts'
import type { Place } from '../fields.ts'
import { instanceFields } from '../header.ts'
import { recordedInstance } from '../instance.ts'
import type { RecordedNetwork, SharedHeader } from './format.ts'

/** What an algorithm over registers runs on, as the header of its record has it; `identifiers` is their rule. */
export function recordedNetwork(instance: ComputedInstance, identifiers: string): RecordedNetwork {
  const { network } = instance
  const row = new ChannelRow(network)
  const neighbors = Array.from({ length: network.n }, (_, p) => {
    row.read(p)
    return Array.from(row.neighbors.subarray(row.begin, row.end))
  })
  return { neighbors, instance: instanceFields(instance, identifiers, null) }
}

/** What ran on shared memory in a recorded execution of an algorithm over registers. Throws an InputError. */
export function recordedObject(
  { network, seed }: SharedHeader,
  algorithm: AnyAlgorithm,
  place: Place,
): SharedObject {
  if (network === undefined)
    throw new InputError(`${place()}: ${algorithm.name} runs on a network, but there is no field network`)
  const noFile = (path: string): never => {
    throw new InputError(`${place()}: it needs the file ${path}`)
  }
  const header = { ...network, cell: null, seed } as unknown as Parameters<typeof recordedInstance>[0]
  return memoryObject(algorithm, recordedInstance(header, algorithm, noFile, place), seed)
}
