import { answeringFor } from '../../outside.ts'

/** What was asked last. */
let asked: string | null = null

/**
 * Does some work during which whoever asks for chance or the time is noted, and always answered by 0. That is for the
 * whole of an exploration, since it is dear to begin and end.
 */
export const watchingChance = <T>(work: () => T): T =>
  answeringFor((title) => {
    asked = title
    return 0
  }, work)

/** What a piece of the algorithm's code has called of this, while chance is watched; null if nothing. */
export function askedFor(code: () => void): string | null {
  asked = null
  code()
  return asked
}
