import { didYouMean } from '../../suggest.ts'
import type { Access, Declarations, Variables } from '../model/index.ts'

/** A line as a function. */
export type LineFunction = (state: object, variables: Variables<Declarations>) => Access

/** The variable that a line names and nobody declares, as a text that completes “p_1, acquire line 3 …”; null if none. */
export function undeclaredIn(
  line: LineFunction,
  state: object,
  variables: Variables<Declarations>,
): string | null {
  const known = Object.keys(variables)
  let found: string | null = null
  const watched = new Proxy(variables, {
    get(target, name: string) {
      if (!Object.hasOwn(target, name)) found ??= name
      return target[name]
    },
  })
  try {
    line(structuredClone(state), watched)
  } catch {
    // It throws as it did before; what was asked for until then is known.
  }
  if (found === null) return null
  return `uses ${found}, which is not declared${didYouMean(found, known) || `; there are ${known.join(', ')}`}`
}
