import type { Service } from '../model/index.ts'
import { broadcasts } from './broadcast.ts'
import { dining } from './dining.ts'
import { drinking } from './drinking.ts'
import { mutualExclusion } from './mutual-exclusion.ts'
import { registers } from './register.ts'

export { broadcasts } from './broadcast.ts'
export type { Broadcast, Delivery } from './broadcast-orders.ts'
export { type Dining, dining } from './dining.ts'
export { type Drinking, drinking } from './drinking.ts'
export { Exchange } from './exchange.ts'
export { isFollowUp, openOperations } from './follow-ups.ts'
export { HistoryChecks } from './history-checks.ts'
export { type MutualExclusion, mutualExclusion } from './mutual-exclusion.ts'
export { OperationCosts } from './operation-costs.ts'
export { type Register, registers } from './register.ts'
export { standingAfter, unasked } from './standing.ts'

/** The services that come with the engine; an algorithm may offer one of its own. */
export const services: readonly Service[] = [
  mutualExclusion,
  dining,
  drinking,
  ...Object.values(broadcasts),
  ...Object.values(registers),
]
