import { InputError } from '../../errors.ts'
import type { AnyAlgorithm, Requirements } from '../../model/index.ts'
import { shapesOf } from '../../simulation/machine/requirements.ts'

/** Throws unless a theorem about rings is about this algorithm: it runs on rings, and requires none of these. */
export function assertSubject(
  { name, requires }: AnyAlgorithm,
  theorem: string,
  excluded: Readonly<Partial<Record<keyof Requirements, string>>>,
): void {
  const shapes = shapesOf(requires)
  if (shapes.length > 0 && !shapes.includes('ring'))
    throw new InputError(
      `${theorem} is about rings; ${name} requires a network of shape ${shapes.join(' or ')}`,
    )
  for (const [requirement, reason] of Object.entries(excluded))
    if (requires[requirement as keyof Requirements] !== undefined)
      throw new InputError(`${theorem} ${reason}; ${name} requires ${requirement}`)
}
