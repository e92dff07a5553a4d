import type { Strategy } from './strategy.ts'
import { bestSample } from './variation.ts'

/** How much worse, as a share of the value, is accepted with probability 1/e: at the start and at the end. */
const [hot, cold] = [0.03, 0.0003]
/** The same at the start, where the plan is good already. */
const warm = 0.003

/** Varies a plan and goes on from a worse one, too, ever more seldom (Kirkpatrick, Gelatt & Vecchi 1983). */
export const annealing: Strategy = {
  name: 'annealing',
  summary: 'small changes to the best, or to a sample, worse ones accepted ever more seldom',
  continues: true,
  *search(field) {
    const { variation, runs, random, elite } = field
    const start = elite.length === 0 ? hot : warm
    let current = elite[0] ?? (yield* bestSample(field, runs / 16))
    for (let step = 0; ; step++) {
      const plan = variation.of(current)
      const run = yield plan
      variation.learn(current.run, run)
      const share = start * (cold / start) ** Math.min(1, step / runs)
      const temperature = share * Math.max(1, Math.abs(current.run.value))
      const loss = current.run.value - run.value
      if (loss <= 0 || random.uniform() < Math.exp(-loss / temperature)) current = { plan, run }
    }
  },
}
