import { alternatives, type Choosable, type Field, naturalPlan, type Plan } from '../plan.ts'
import type { Run } from '../runner.ts'
import type { Strategy } from './strategy.ts'

/**
 * Tries for one thing after the other (rule, identifiers, ports …) what anyone would try first, and keeps the best,
 * until no such change is better. Then it starts anew.
 */
export const greedy: Strategy = {
  name: 'greedy',
  summary: 'simple rules and orders, the best of each in turn',
  *search(field) {
    for (;;) yield* ascent(field)
  },
}

function* ascent(field: Field): Generator<Plan, void, Run> {
  let plan = naturalPlan(field)
  let { value } = yield plan
  for (let since = 0, turn = 0; since < field.chosen.length; since++, turn++) {
    const name: Choosable = field.chosen[turn % field.chosen.length]!
    for (const candidate of alternatives(field, plan, name)) {
      const run = yield candidate
      if (run.value <= value) continue
      plan = candidate
      value = run.value
      since = -1
    }
  }
}
