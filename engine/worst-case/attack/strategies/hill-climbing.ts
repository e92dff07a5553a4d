import type { Strategy } from './strategy.ts'
import { goodStart, Variation } from './variation.ts'

/** Varies the best plan, and goes on from any that is no worse. */
export const hillClimbing: Strategy = {
  name: 'hill-climbing',
  summary: 'small changes, kept unless they are worse',
  *search(field, runs) {
    const variation = new Variation(field)
    let best = yield* goodStart(field, runs / 8)
    for (;;) {
      const plan = variation.of(best)
      const run = yield plan
      variation.learn(best.run, run)
      if (run.value >= best.run.value) best = { plan, run }
    }
  },
}
