import type { Random } from '../../../random.ts'
import type { Tried } from '../handed.ts'
import type { Valued } from '../terrain.ts'
import type { Strategy } from './strategy.ts'

const populationSize = 24

/**
 * A population of plans, the best so far and samples: two are crossed and varied, and the child takes the place of the
 * worst if it is no worse.
 */
export const evolution: Strategy = {
  name: 'evolution',
  summary: 'a population of plans, crossed and varied',
  continues: true,
  *search(field) {
    const { random, variation, runs, elite } = field
    const population = [...elite]
    const size = Math.max(4, Math.min(populationSize, Math.floor(runs / 8)))
    while (population.length < size) {
      const plan = random.integer(2) === 0 ? field.natural() : field.sampled()
      population.push({ plan, run: yield plan })
    }
    for (;;) {
      const [mother, father] = [better(population, random), better(population, random)]
      const child = random.integer(2) === 0 ? field.crossed(mother.plan, father.plan) : mother.plan
      const plan = variation.of({ plan: child, run: mother.run })
      const run = yield plan
      variation.learn(mother.run, run)
      const worst = population.reduce((a, b, i) => (b.run.value < population[a]!.run.value ? i : a), 0)
      if (run.value >= population[worst]!.run.value) population[worst] = { plan, run }
    }
  },
}

/** The better of two. */
function better<P, R extends Valued>(population: readonly Tried<P, R>[], random: Random): Tried<P, R> {
  const [a, b] = [
    population[random.integer(population.length)]!,
    population[random.integer(population.length)]!,
  ]
  return a.run.value >= b.run.value ? a : b
}
