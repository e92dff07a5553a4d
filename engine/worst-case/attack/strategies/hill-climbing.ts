import { ascent } from './greedy.ts'
import type { Strategy } from './strategy.ts'
import { Variation } from './variation.ts'

/** Varies the best plan, which a greedy ascent gives to begin with, and goes on from any that is no worse. */
export const hillClimbing: Strategy = {
  name: 'hill-climbing',
  summary: 'small changes to what greedy finds, kept unless they are worse',
  *search(field, runs) {
    const variation = new Variation(field)
    let best = yield* ascent(field, runs / 2)
    for (;;) {
      const plan = variation.of(best)
      const run = yield plan
      variation.learn(best.run, run)
      if (run.value >= best.run.value) best = { plan, run }
    }
  },
}
