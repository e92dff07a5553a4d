import { resolve } from 'node:path'
import { algorithmNames } from '../loading/load.ts'
import type { WorkerSetup } from '../workers/setup.ts'
import { codeOf } from './code.ts'

/** What there is beside the catalogues: algorithms, and modules with families of networks, delays and wake-ups. */
type Extras = Pick<WorkerSetup, 'modules'> & { readonly families: readonly string[] }

/** By code, what is not in the catalogues: all that a worker will ever run. */
type Offer = ReadonlyMap<string, Extras>

/** Of so many allowed modules, every combination is offered; of more, each alone and all together. */
const mostCombined = 4

/**
 * What this installation and the modules that its operator allows can run: a sweep may need several of them, such as
 * one that has the algorithm and one that has the network. Throws an InputError if one cannot be imported.
 */
export async function makeOffer(allowed: readonly string[]): Promise<Offer> {
  const offer = new Map<string, Extras>([[codeOf([]), { modules: {}, families: [] }]])
  const names = new Map<string, readonly string[]>()
  for (const path of allowed) names.set(resolve(path), await algorithmNames(resolve(path)))
  for (const families of combinations([...names.keys()])) {
    const modules = families.flatMap((module) => names.get(module)!.map((name) => [name, module]))
    offer.set(codeOf(families), { modules: Object.fromEntries(modules), families })
  }
  return offer
}

function combinations(modules: readonly string[]): string[][] {
  if (modules.length > mostCombined) return [...modules.map((module) => [module]), [...modules]]
  const all: string[][] = [[]]
  for (const module of modules) all.push(...all.map((one) => [...one, module]))
  return all.filter((one) => one.length > 0)
}
