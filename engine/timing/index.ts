import { Catalogue } from '../catalogue.ts'
import type { DelayContext, DelayFamily } from './delay-family.ts'
import type { DelayModel } from './delay-model.ts'
import { uniform } from './uniform.ts'

/** All families of delay distributions. */
export const delays = new Catalogue<DelayFamily>('delay', [
  { name: 'constant', summary: 'every delay is 1', parameters: {}, create: () => ({ kind: 'constant' }) },
  uniform,
])

/** The delays that a spec such as `uniform:min=0.2` names. */
export function createDelays(spec: string, context: Omit<DelayContext, 'values'>): DelayModel {
  const { entry, values } = delays.parse(spec)
  return entry.create({ ...context, values })
}
