/** Searched worst cases. */

export * from './attack.ts'
export * from './faults/index.ts'
export { type MessageIsland, type MessageIslandResult, searchIsland } from './island.ts'
export type { StrategyResult } from './joined.ts'
export * from './objective.ts'
export { type AttackOptions, assertAttackable } from './options.ts'
export { type Choosable, choicesFor, choosable, type Plan } from './plan.ts'
export { Rounds } from './rounds.ts'
export { rules as attackRules } from './rules.ts'
export * from './shared-memory/attack-shared.ts'
export * from './shared-memory/record-shared-attack.ts'
export { strategies as attackStrategies } from './strategies/index.ts'
