import type { Tried } from '../handed.ts'
import type { Terrain, Valued } from '../terrain.ts'
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
export function* ascent<P, R extends Valued>(
  terrain: Terrain<P, R>,
  runs = Number.POSITIVE_INFINITY,
): Generator<P, Tried<P, R>, R> {
  const { chosen, random } = terrain
  const plan = terrain.natural()
  let best: Tried<P, R> = { plan, run: yield plan }
  let made = 1
  for (let since = 0, turn = random.integer(chosen.length); since < chosen.length; since++, turn++)
    for (const plan of terrain.alternatives(best.plan, chosen[turn % chosen.length]!, best.run)) {
      if (made++ >= runs) return best
      const run = yield plan
      if (run.value <= best.run.value) continue
      best = { plan, run }
      since = -1
    }
  return best
}
