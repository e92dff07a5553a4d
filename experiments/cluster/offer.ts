import { resolve } from 'node:path'
import { algorithmNames } from '../loading/load.ts'
import type { WorkerSetup } from '../workers/setup.ts'
import { codeOf } from './code.ts'

/** By code, where the algorithms are that are not in the catalogue: all that a worker will ever run. */
type Offer = ReadonlyMap<string, WorkerSetup['modules']>

/** What this installation and the modules that its operator allows can run. Throws an InputError if one cannot be imported. */
export async function makeOffer(allowed: readonly string[]): Promise<Offer> {
  const offer = new Map<string, WorkerSetup['modules']>([[codeOf(undefined), {}]])
  for (const path of allowed) {
    const module = resolve(path)
    const names = await algorithmNames(module)
    offer.set(codeOf(module), Object.fromEntries(names.map((name) => [name, module])))
  }
  return offer
}
