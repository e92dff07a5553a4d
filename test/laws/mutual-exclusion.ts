import assert from 'node:assert/strict'
import { type AnyAlgorithm, delays } from '../../engine/index.ts'
import { comesToAnEnd, networksFor } from '../helpers/catalogue.ts'
import { runCell, violations } from '../helpers/run.ts'

/** From idle to saturated, with short and with long stays. */
const loads = [
  'closed',
  'closed:mean=9',
  'closed:mean=30,operations=3,hold=0',
  'saturated',
  'saturated:hold=0',
  'saturated:hold=2',
  'saturated:hold=1,operations=9',
  'open:rate=2',
  'open:rate=0.05',
  'once',
  'once:hold=3',
  'closed:k=1',
  'closed:k=2,mean=0.2',
]

/** Whose data come from files or other places has its own tests. */
const families = delays.entries
  .map(({ name }) => name)
  .filter((name) => !/^(distance|worst|matrix|sampled|table)$/.test(name))

/** All claims hold and nobody is inside with another, with every delay, every load, asynchronously and in rounds. */
export function assertClaimsUnderEveryLoad(
  algorithm: AnyAlgorithm,
  sizes = [2, 3, 8],
  networks = networksFor(algorithm, sizes),
): void {
  assert.ok(networks.length > 0)
  for (const [i, { topology, n }] of networks.entries())
    for (const [j, workload] of loads.filter((load) => n > 1 || !load.includes('k=2')).entries()) {
      for (const delay of families.filter((name) => comesToAnEnd(algorithm, name))) {
        const cell = { topology, n, workload, delay, seed: 100 * i + j }
        assert.deepEqual(violations(runCell(algorithm, cell)), [], JSON.stringify(cell))
      }
      const cell = { topology, n, workload, timing: 'synchronous', seed: j } as const
      assert.deepEqual(violations(runCell(algorithm, cell)), [], JSON.stringify(cell))
    }
}
