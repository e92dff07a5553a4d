import { integrity, noDuplication } from './broadcasts/at-once.ts'
import { causalOrder } from './broadcasts/causal-order.ts'
import { fifoOrder } from './broadcasts/fifo-order.ts'
import { agreement, validity } from './broadcasts/in-the-end.ts'
import { totalOrder } from './broadcasts/total-order.ts'
import type { HistoryCondition } from './condition.ts'
import { noDeadlock, noLockout } from './mutual-exclusion/liveness.ts'
import { fifoEntry, mutualExclusion } from './mutual-exclusion/safety.ts'

/** What histories of `acquire` and `release` are held to. */
export const mutualExclusionConditions: readonly HistoryCondition[] = [
  mutualExclusion,
  noDeadlock,
  noLockout,
  fifoEntry,
]

/** What histories of `broadcast` and `deliver` are held to. */
export const broadcastConditions: readonly HistoryCondition[] = [
  integrity,
  noDuplication,
  validity,
  agreement,
  fifoOrder,
  causalOrder,
  totalOrder,
]
