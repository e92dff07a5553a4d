import { ascent } from './greedy.ts'
import type { Strategy } from './strategy.ts'

/** Varies the best plan, which a greedy ascent gives where there is none, and goes on from any that is no worse. */
export const hillClimbing: Strategy = {
  name: 'hill-climbing',
  summary: 'small changes to the best, or to what greedy finds, kept unless they are worse',
  continues: true,
  *search(field) {
    const { variation } = field
    let best = field.elite[0] ?? (yield* ascent(field, field.runs / 2))
    for (;;) {
      const plan = variation.of(best)
      const run = yield plan
      variation.learn(best.run, run)
      if (run.value >= best.run.value) best = { plan, run }
    }
  },
}
