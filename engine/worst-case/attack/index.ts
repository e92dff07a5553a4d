/** Searched worst cases. */

export * from './attack.ts'
export {
  type AttackOptions,
  assertAttackable,
  type Improvement,
  type IslandResult,
  islandAt,
  searchIsland,
} from './island.ts'
export * from './objective.ts'
export { type Choosable, choicesFor, choosable, type Plan } from './plan.ts'
export { rules as attackRules } from './rules.ts'
export { strategies as attackStrategies } from './strategies/index.ts'
