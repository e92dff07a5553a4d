import type { Tried } from '../handed.ts'
import { alternatives, type Field, naturalPlan, type Plan } from '../plan.ts'
import type { Run } from '../run.ts'
import type { Strategy } from './strategy.ts'

/** Ascends again and again, each time from another plan. */
export const greedy: Strategy = {
  name: 'greedy',
  summary: 'simple rules and orders, the best of each in turn',
  continues: false,
  *search(field) {
    for (;;) yield* ascent(field)
  },
}

/**
 * From a plan of choices that anyone would try first, tries for one choice after the other (rule, identifiers, ports …)
 * all that anyone would try first, and keeps the best, until no such change is better or `runs` runs are made.
 */
export function* ascent(field: Field, runs = Number.POSITIVE_INFINITY): Generator<Plan, Tried, Run> {
  const { chosen } = field
  const plan = naturalPlan(field)
  let best: Tried = { plan, run: yield plan }
  let made = 1
  for (let since = 0, turn = field.random.integer(chosen.length); since < chosen.length; since++, turn++)
    for (const plan of alternatives(field, best.plan, chosen[turn % chosen.length]!, best.run)) {
      if (made++ >= runs) return best
      const run = yield plan
      if (run.value <= best.run.value) continue
      best = { plan, run }
      since = -1
    }
  return best
}
