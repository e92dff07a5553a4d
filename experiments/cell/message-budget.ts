import { type AnyAlgorithm, applicableClaims, claimedValue, type Setting } from '../../engine/index.ts'

/** The limit for an algorithm about whose messages nothing is claimed. */
const withoutClaim = 200_000_000

/**
 * The messages after which a cell is stopped, unless its experiment says otherwise: four times the largest claim
 * from above that applies, and 1000. An algorithm that keeps within its claims never comes near it, and one that
 * never stops sending is caught soon.
 */
export function messageBudget(algorithm: AnyAlgorithm, setting: Setting): number {
  const bounds = applicableClaims(algorithm, setting)
    .filter(({ measure, claim }) => measure === 'messages' && /^(exactly|at most)$/.test(claim.kind))
    .map(({ claim }) => claimedValue(claim, setting))
    .filter(Number.isFinite)
  return bounds.length === 0 ? withoutClaim : 4 * Math.max(...bounds) + 1000
}
