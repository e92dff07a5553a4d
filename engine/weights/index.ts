import { Catalogue } from '../specs/catalogue.ts'
import { distance } from './distance.ts'
import { distinct } from './distinct.ts'
import { own } from './own.ts'
import { uniform } from './uniform.ts'
import { unit } from './unit.ts'
import type { WeightContext, WeightFamily } from './weight-family.ts'

const families = [distinct, uniform, unit, own, distance] as const

/** The name of a rule for weights, such as `distinct`. */
export type WeightName = (typeof families)[number]['name']

/** A rule for weights with or without parameters, such as `uniform:max=9`. */
export type WeightSpec = WeightName | 'file' | `${WeightName}:${string}`

/** All rules for the weights of channels. */
export const weightRules = new Catalogue<WeightFamily>('weights', families)

/** The weights that a spec such as `uniform:max=9` names, in the order of `channelsInOrder`. */
export function createWeights(spec: string, context: Omit<WeightContext, 'values'>): ArrayLike<number> {
  const { entry, values } = weightRules.at(spec, context.graph.n)
  return entry.create({ ...context, values })
}
