import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithmFamilies, algorithms } from '../../algorithms/index.ts'
import { type AnyAlgorithm, InputError, over } from '../../engine/index.ts'
import { networksFor } from '../helpers/catalogue.ts'
import { runCell, violations } from '../helpers/run.ts'

/** Seeds for each algorithm and composition; ADMISSIBLE_LAW_SEEDS=100 runs more of them. */
const seeds = Number(process.env.ADMISSIBLE_LAW_SEEDS ?? 3)

const broadcasting = [...algorithms, ...algorithmFamilies.map((family) => family.with(''))].filter(
  ({ service }) => service?.spread?.operation === 'broadcast',
)

const orders = [
  'fifo-order',
  'fifo-order+causal-order',
  'fifo-order+timestamp-order',
  'fifo-order+causal-order+timestamp-order',
  'sequencer-order',
  'fifo-order+sequencer-order',
  'fifo-order+sequencer-order+causal-order',
]

const memories = [
  'sequencer-order+linearizable-memory',
  'fifo-order+timestamp-order+linearizable-memory',
  'sequencer-order+local-reads',
  'fifo-order+timestamp-order+local-reads',
  'fifo-order+sequencer-order+local-writes',
]

const delays = ['uniform', 'constant', 'bimodal', 'per-link', 'last-in-first-out', 'exponential', 'starve']

const workloads = ['closed', 'open:rate=1', 'closed:operations=4,mean=0']

for (const specs of [...orders, ...memories])
  test(`${specs} on every broadcast algorithm keeps what it promises, and its claims`, () => {
    for (const algorithm of broadcasting) {
      const layered = over(algorithm, specs)
      const networks = networksFor(algorithm, [5, 4, 2, 1])
      for (let seed = 0; seed < seeds; seed++) {
        const cell = {
          ...networks[(seed * 5) % networks.length]!,
          seed,
          delay: delays[(seed * 3 + specs.length) % delays.length]!,
          workload: workloads[seed % workloads.length]!,
          ...(layered.requires.clocks && { clocks: 'perfect' }),
        }
        assert.deepEqual(violations(runCell(layered, cell)), [], `${layered.name}: ${JSON.stringify(cell)}`)
      }
    }
  })

test('layers that rest on an order fit every broadcast algorithm that keeps it, and no other', () => {
  const promised = ({ service }: AnyAlgorithm, ...orders: string[]) =>
    orders.some((one) => Object.hasOwn(service!.properties, one))
  for (const algorithm of broadcasting) {
    const fifo = promised(algorithm, 'fifoOrder', 'causalOrder')
    const total = promised(algorithm, 'totalOrder')
    assert.equal(fits(algorithm, 'causal-order'), fifo, algorithm.name)
    assert.equal(fits(algorithm, 'timestamp-order'), fifo, algorithm.name)
    assert.equal(fits(algorithm, 'linearizable-memory'), total, algorithm.name)
    assert.equal(fits(algorithm, 'local-reads'), total, algorithm.name)
    assert.equal(fits(algorithm, 'local-writes'), total && fifo, algorithm.name)
  }
})

function fits(algorithm: AnyAlgorithm, layer: string): boolean {
  try {
    over(algorithm, layer)
    return true
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}
