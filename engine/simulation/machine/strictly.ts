import type { AnyAlgorithm } from '../../model/index.ts'
import { assertState, SharedParts } from '../transit/plain-data.ts'
import { assertFinished } from './assert-finished.ts'
import { OneHandlerProcessor } from './one-handler-processor.ts'
import { wrapHandlers } from './wrap-handlers.ts'

/**
 * The same algorithm for one execution in which its author's mistakes are caught, also where that costs time: a
 * processor is of no use when its handler is over, no handler returns a promise, states can be copied, and what several
 * of them share cannot be changed.
 */
export function strictly(algorithm: AnyAlgorithm): AnyAlgorithm {
  const shared = new SharedParts()
  return wrapHandlers(algorithm, {
    initially(compute) {
      const state: unknown = compute()
      assertState(state)
      shared.add(state)
      return state
    },
    handler(processor, compute) {
      const p = new OneHandlerProcessor(processor)
      assertFinished(compute(p))
      p.close()
    },
  })
}
