/** Searched worst cases. */

export * from './attack.ts'
export * from './faults/index.ts'
export { type Improvement, type Island, type IslandResult, searchIsland } from './island.ts'
export * from './objective.ts'
export { type AttackOptions, assertAttackable } from './options.ts'
export { type Choosable, choicesFor, choosable, type Plan } from './plan.ts'
export { Rounds } from './rounds.ts'
export { rules as attackRules } from './rules.ts'
export { strategies as attackStrategies } from './strategies/index.ts'
