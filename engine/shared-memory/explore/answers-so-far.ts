import type { Monitor } from '../../histories/index.ts'
import { sameValue } from '../../histories/same-value.ts'
import type { Value } from '../../model/index.ts'

/** What operations have answered so far: nothing, all of them the same, or not all the same. */
export type AnswersSoFar =
  | { readonly kind: 'none' }
  | { readonly kind: 'same'; readonly answer: Value }
  | { readonly kind: 'different' }

/** Watches whether all answers are the same, and which; it never finds anything wrong. */
export const answersMonitor: Monitor<AnswersSoFar> = {
  initial: { kind: 'none' },
  invoked: (before) => before,
  answered: (before, _, answer) => {
    if (before.kind === 'none') return { kind: 'same', answer }
    if (before.kind === 'same' && sameValue(before.answer, answer)) return before
    return { kind: 'different' }
  },
}
