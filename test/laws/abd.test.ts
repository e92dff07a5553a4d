import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedAlgorithms } from '../../algorithms/index.ts'
import { type AnyAlgorithm, InputError, isSharedObject, over, withoutFaults } from '../../engine/index.ts'
import { runCell, violations } from '../helpers/run.ts'

/** Seeds for each algorithm and number of processors; ADMISSIBLE_LAW_SEEDS=100 runs more of them. */
const seeds = Number(process.env.ADMISSIBLE_LAW_SEEDS ?? 3)

/** None under which whoever waits reads a million times while one message is on its way. */
const delays = ['uniform', 'constant', 'bimodal', 'per-link', 'exponential']

/** The algorithm over ABD, or null if it does more than to read and write. */
function overAbd(algorithm: (typeof sharedAlgorithms)[number]): AnyAlgorithm | null {
  try {
    return over(algorithm, 'abd')
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

for (const algorithm of sharedAlgorithms) {
  const wrapped = overAbd(algorithm)
  if (wrapped === null) continue
  test(`${algorithm.name} over ABD keeps what it promises, at 4(n − 1) messages for each access but half for writes of its own`, () => {
    const { size, sizeMin = 2 } = algorithm.requires
    for (const n of size === undefined ? [Math.max(2, sizeMin), 3, 5] : [size])
      for (let seed = 0; seed < seeds; seed++) {
        const delay = delays[(seed + n) % delays.length]!
        const workload = isSharedObject(algorithm) ? 'closed:operations=3' : 'closed:operations=2'
        const cell = { topology: 'complete', n, seed, delay, workload }
        const judged = runCell(wrapped, cell)
        assert.deepEqual(violations(judged), [], JSON.stringify(cell))
        const bill = judged.judgements.find(({ claim }) => claim.when === withoutFaults)
        assert.equal(bill?.verdict, 'held')
      }
  })
}
