import type { Strategy } from './strategy.ts'
import { bestSample, Variation } from './variation.ts'

/** How much worse, as a share of the value, is accepted with probability 1/e: at the start and at the end. */
const [hot, cold] = [0.03, 0.0003]

/** Varies a sampled plan and goes on from a worse one, too, ever more seldom (Kirkpatrick, Gelatt & Vecchi 1983). */
export const annealing: Strategy = {
  name: 'annealing',
  summary: 'small changes to samples, worse ones accepted ever more seldom',
  *search(field, runs) {
    const variation = new Variation(field)
    let current = yield* bestSample(field, runs / 16)
    for (let step = 0; ; step++) {
      const plan = variation.of(current)
      const run = yield plan
      variation.learn(current.run, run)
      const share = hot * (cold / hot) ** Math.min(1, step / runs)
      const temperature = share * Math.max(1, Math.abs(current.run.value))
      const loss = current.run.value - run.value
      if (loss <= 0 || field.random.uniform() < Math.exp(-loss / temperature)) current = { plan, run }
    }
  },
}
