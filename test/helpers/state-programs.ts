import { ringNeighbors, type StabilisingAlgorithm, type StabilisingSystem } from '../../engine/index.ts'
import fc from './property.ts'

const [n, k] = [3, 3]

/**
 * Self-stabilising or not: p_i moves by a table of its own, by its state and that of the one before it. Where states only
 * descend, nobody is privileged some time, and that is legitimate.
 */
export const statePrograms = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: k - 1 }), { minLength: n * k * k, maxLength: n * k * k }),
    fc.integer({ min: 0, max: n - 1 }),
    fc.boolean(),
  )
  .map(([table, privilegedMost, descends]): StabilisingSystem => {
    const algorithm: StabilisingAlgorithm = {
      name: 'any-table',
      network: 'ring',
      requires: { sizeMin: n },
      values: () => k,
      next({ i, own, neighbors }) {
        const next = table[(i * k + own) * k + neighbors[0]!]!
        return descends ? Math.min(own, next) : next
      },
      isLegitimate: ({ states, privileged }) => privileged <= privilegedMost && (descends || states[0] !== 2),
      stabilisesUnder: 'distributed',
      claims: {},
    }
    return { algorithm, neighbors: ringNeighbors(n), k }
  })

/** All configurations. */
export const everyConfiguration: readonly (readonly number[])[] = Array.from(
  { length: k ** n },
  (_, number) => Array.from({ length: n }, (_, i) => Math.floor(number / k ** i) % k),
)
