import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithmFamilies, algorithms as alone } from '../../algorithms/index.ts'
import type { AnyAlgorithm, Service } from '../../engine/index.ts'
import { comesToAnEnd, hasBoundsFor, hasRounds, networksFor } from '../helpers/catalogue.ts'
import { runCell, violations } from '../helpers/run.ts'

/** All of the catalogue, families with their usual values. */
const algorithms = [...alone, ...algorithmFamilies.map((family) => family.with(''))]

const delays = [
  'constant',
  'uniform',
  'uniform:min=0.9',
  'exponential',
  'pareto',
  'bimodal',
  'per-link',
  'stepped',
  'starve',
  'fast-chain',
  'slowest-path-first',
  'last-in-first-out',
  'news',
  'news:fast',
]
const sizes = [2, 3, 4, 5, 8, 9, 12, 16]

/** Where a run has n³ messages a phase, n = 16 would take as long as all others. */
const sizesFor = ({ name }: AnyAlgorithm): readonly number[] =>
  name === 'bracha-consensus' ? sizes.filter((n) => n <= 8) : sizes

/** Where n is small, chance decides most; beyond, each kind of delays comes twice on every network. */
const seedsFor = (n: number): number => (n <= 5 ? 100 : 30)

/** Weights of every kind for who needs them; a chain of triangles has its own. */
function weightsFor({ requires }: AnyAlgorithm, topology: string, seed: number): { weights?: string } {
  if (requires.weights === undefined) return {}
  const rules = ['distinct', 'uniform:max=9', 'unit', topology === 'triangle-chain' ? 'own' : 'uniform']
  return { weights: requires.weights === 'distinct' ? 'distinct' : rules[seed % rules.length]! }
}

/** From idle to saturated; what is given is held for no time in some, where anything is given. */
function loadsFor(service: Service): readonly string[] {
  const loads = ['closed', 'saturated', 'closed:mean=20', 'open:rate=1', 'once', 'closed:k=1']
  const holds = Object.values(service.operations).some(({ followedBy }) => followedBy !== undefined)
  return holds ? [...loads, 'saturated:hold=0'] : loads.map(briefly)
}

/** The same with two operations instead of five, of which many thousands are run. */
const briefly = (load: string): string =>
  load === 'once' ? load : `${load}${load.includes(':') ? ',' : ':'}operations=2`

for (const algorithm of algorithms)
  test(`${algorithm.name}: every claim and property holds on every topology, size and delay, for 100 seeds where n is small`, () => {
    const grid = networksFor(algorithm, sizesFor(algorithm))
    assert.ok(grid.length > 0)
    const loads = algorithm.service === undefined ? [] : loadsFor(algorithm.service)
    const possible = delays.filter(
      (delay) => comesToAnEnd(algorithm, delay) && hasBoundsFor(algorithm, delay),
    )
    for (const [index, { topology, n }] of grid.entries())
      for (let seed = 0; seed < seedsFor(n); seed++) {
        const delay = possible[(seed + index) % possible.length]!
        // Who waits for steps wakes at time 0.
        const together = delay === 'stepped' || algorithm.requires.initiators === 'together'
        const wakeup = seed % 3 === 0 && !together ? 'staggered' : 'all'
        const timing =
          algorithm.requires.synchronous || (seed % 10 === 9 && hasRounds(algorithm))
            ? 'synchronous'
            : 'asynchronous'
        const cell = {
          topology,
          n,
          wakeup,
          seed,
          timing,
          delay: timing === 'synchronous' ? null : delay,
          ...weightsFor(algorithm, topology, seed),
          ...(algorithm.requires.clocks && { clocks: ['perfect', 'offset', 'drift'][seed % 3]! }),
          ...(algorithm.service !== undefined && { workload: loads[seed % loads.length]! }),
        } as const
        const found = violations(runCell(algorithm, cell))
        assert.deepEqual(found, [], JSON.stringify(cell))
      }
  })

for (const algorithm of algorithms.filter(({ worstDelays }) => worstDelays !== undefined))
  test(`${algorithm.name}: every claim holds with the delays that it declares to be its worst`, () => {
    for (const { topology, n } of networksFor(algorithm, sizes))
      for (const seed of [1, 2, 3]) {
        const run = runCell(algorithm, {
          topology,
          n,
          delay: 'worst',
          seed,
          ...weightsFor(algorithm, topology, 3),
        })
        assert.deepEqual(violations(run), [], `${topology}, n = ${n}, seed ${seed}`)
      }
  })

for (const algorithm of algorithms.filter(
  ({ requires }) => requires.root && requires.initiators === undefined,
))
  test(`${algorithm.name}: every claim holds when the root alone wakes`, () => {
    for (let seed = 0; seed < 20; seed++)
      for (const { topology, n } of networksFor(algorithm, [7]).slice(0, 3))
        assert.deepEqual(violations(runCell(algorithm, { topology, n, wakeup: 'root', seed })), [])
  })

for (const algorithm of algorithms.filter(
  ({ requires }) => !requires.root && requires.initiators === undefined,
))
  test(`${algorithm.name}: every claim holds with any number of initiators`, () => {
    const ofEight = networksFor(algorithm, sizes).filter(({ n }) => n === 8)
    for (let seed = 0; seed < 40; seed++) {
      const wakeup = `random:k=${1 + (seed % 5)}`
      const run = runCell(algorithm, { ...ofEight[seed % ofEight.length]!, wakeup, seed })
      assert.deepEqual(violations(run), [], `${wakeup}, seed ${seed}`)
    }
  })
