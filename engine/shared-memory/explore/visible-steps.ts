import type { Automaton } from './automaton.ts'
import { critical } from './course.ts'

/** What others can see of a step beside its access, as bits. */
const visible = { enters: 1, leaves: 2, endsDoorway: 4, invokes: 8, answers: 16 } as const

/** Pairs of what can be seen whose order matters. */
type OrderOfSteps = readonly (readonly [number, number])[]

/** Two are in the critical section at once if one enters before the other leaves. */
export const orderOfSections: OrderOfSteps = [[visible.enters, visible.leaves]]

/** The same, and how often others enter between the end of a doorway and the entry after it. */
export const orderOfBypasses: OrderOfSteps = [
  ...orderOfSections,
  [visible.enters, visible.endsDoorway],
  [visible.enters, visible.enters],
]

/** Histories are right or wrong by what was answered before what was invoked. */
export const orderOfHistories: OrderOfSteps = [[visible.invokes, visible.answers]]

/** What can be seen of a step from a local state to another, what crosses the interface with it having this number. */
export function seenOf(automaton: Automaton, local: number, to: number, crossing: number): number {
  const { sections, locals, crossings } = automaton
  const wasCritical = sections[local] === critical
  let seen = 0
  if (!wasCritical && sections[to] === critical) seen |= visible.enters
  if (wasCritical && sections[to] !== critical) seen |= visible.leaves
  if (!locals[local]!.waits && locals[to]!.waits) seen |= visible.endsDoorway
  if (crossing === 0) return seen
  if (crossings[crossing]!.invoked !== null) seen |= visible.invokes
  if (crossings[crossing]!.answered !== null) seen |= visible.answers
  return seen
}

/** By what can be seen of a step, all that it does not commute with. */
export function minded(order: OrderOfSteps): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, seen) => {
    let against = 0
    for (const [a, b] of order) {
      if (seen & a) against |= b
      if (seen & b) against |= a
    }
    return against
  })
}
