import { annealing } from './annealing.ts'
import { evolution } from './evolution.ts'
import { greedy } from './greedy.ts'
import { hillClimbing } from './hill-climbing.ts'
import { randomSampling } from './random.ts'
import type { Strategy } from './strategy.ts'

/** All ways to search, in the order in which islands take them. */
export const strategies: readonly Strategy[] = [greedy, hillClimbing, annealing, evolution, randomSampling]
