import type { History } from '../../model/index.ts'
import { Passages } from './passages.ts'

/** The bypass of a history: the most entries of others between a processor's invocation of `acquire` and its own entry. */
export function bypassIn(history: History): number {
  const passages = new Passages()
  for (const event of history) passages.move(event)
  return passages.bypass
}
