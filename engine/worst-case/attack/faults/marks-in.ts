import type { MarkTimes } from '../../../model/index.ts'
import { type FaultSearch, liarHere, type RoundNode } from '../../resilience/index.ts'

/** When marks were made in an execution that ends so, by those that do not fail. */
export function marksIn({ locals }: RoundNode, steps: FaultSearch['steps']): Record<string, MarkTimes> {
  const marks: Record<string, MarkTimes> = {}
  for (const local of locals) {
    if (local === liarHere) continue
    const { failed, marks: made } = steps.at(local)
    if (failed) continue
    for (const [mark, [first, last]] of Object.entries(made)) {
      const known = marks[mark] ?? { first, last }
      marks[mark] = { first: Math.min(known.first, first), last: Math.max(known.last, last) }
    }
  }
  return marks
}
