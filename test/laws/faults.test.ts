import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithmFamilies, algorithms as alone } from '../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  beyondResilience,
  exposedTo,
  faultKinds,
  InputError,
  runsInRoundsOnly,
} from '../../engine/index.ts'
import { comesToAnEnd, hasBoundsFor, hasRounds, networksFor } from '../helpers/catalogue.ts'
import { runCell, type Seeded, violations } from '../helpers/run.ts'

/** Seeds for each algorithm, network and kind of faults; ADMISSIBLE_LAW_SEEDS=100 runs more of them. */
const seeds = Number(process.env.ADMISSIBLE_LAW_SEEDS ?? 1)

const sizes = [1, 2, 4, 5, 7]

const algorithms = [...alone, ...algorithmFamilies.map((family) => family.with(''))]

const delays = ['uniform', 'constant', 'pareto', 'last-in-first-out', 'per-link', 'bimodal', 'starve']

/** Of every family of faults that there is, how many runs it had; who ran, and how often faults were refused. */
const held = new Map(faultKinds.entries.map(({ name }) => [name as string, 0]))
const ran = new Set<string>()
let refused = 0

/**
 * Every family of faults, as it usually is and with every choice that it has. As many fail as f; all, if that makes nobody
 * faulty. What would never be over is over at some time, for else nothing need ever be decided.
 */
const specsFor = (n: number, f: number): string[] =>
  faultKinds.entries.flatMap((family) => {
    const { name, parameters } = family
    const most = family.faulty({ f: 1 }) === 0 ? n : f
    const fixed = [...('f' in parameters ? [`f=${most}`] : []), ...('to' in parameters ? ['to=20'] : [])]
    const choices = Object.entries(parameters).flatMap(([key, parameter]) =>
      parameter.kind === 'text' ? (parameter.choices ?? []).map((choice) => `${key}=${choice}`) : [],
    )
    return [[], ...choices.map((choice) => [choice])].map((chosen) => {
      const all = [...fixed, ...chosen]
      return all.length === 0 ? name : `${name}:${all.join()}`
    })
  })

/** The most that may fail of n, as far as the algorithm says; somebody is left. */
function mostFaulty(algorithm: AnyAlgorithm, n: number): number {
  for (let f = n - 1; f > 0; f--) if (beyondResilience(algorithm, { n, f, faults: 'none' }) === null) return f
  return 0
}

/** All faults that the algorithm tolerates in this network, alone and in pairs; all others are refused. */
function toleratedBy(algorithm: AnyAlgorithm, n: number, f: number): string[] {
  const kept = (specs: readonly string[]): string[] => {
    const tolerated = specs.filter((faults) => beyondResilience(algorithm, { n, f, faults }) === null)
    refused += specs.length - tolerated.length
    return tolerated
  }
  const kindOf = (spec: string): string => spec.split(':')[0]!
  const single = kept(specsFor(n, f))
  const pairs = single.flatMap((one, i) =>
    single.slice(i + 1).flatMap((other) => (kindOf(one) === kindOf(other) ? [] : [`${one}+${other}`])),
  )
  return [...single, ...kept(pairs)]
}

/** What runs in one network, with delays and inputs that come in turn. */
function cellFor(algorithm: AnyAlgorithm, parts: Seeded): Seeded {
  const { seed } = parts
  const possible = delays.filter((delay) => comesToAnEnd(algorithm, delay) && hasBoundsFor(algorithm, delay))
  const inRounds = runsInRoundsOnly(algorithm) || (seed % 4 === 3 && hasRounds(algorithm))
  return {
    ...parts,
    timing: inRounds ? 'synchronous' : 'asynchronous',
    delay: inRounds ? null : possible[seed % possible.length]!,
    inputs: seed % 2 === 0 ? 'values=bits' : 'random',
  }
}

/** Null if faults ask for more than the algorithm says, such as an alphabet for lies. */
function runOrRefused(algorithm: AnyAlgorithm, cell: Seeded): ReturnType<typeof runCell> | null {
  try {
    return runCell(algorithm, cell)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    refused++
    return null
  }
}

for (const algorithm of algorithms)
  test(`${algorithm.name}: every claim and property holds under every kind of faults that it tolerates, alone and in pairs`, () => {
    let turn = 0
    for (const { topology, n } of networksFor(algorithm, sizes))
      for (const faults of toleratedBy(algorithm, n, mostFaulty(algorithm, n)))
        for (let i = 0; i < seeds; i++) {
          const f = mostFaulty(algorithm, n)
          const cell = cellFor(algorithm, { topology, n, f, faults, seed: turn++ })
          const judged = runOrRefused(algorithm, cell)
          if (judged === null) continue
          assert.deepEqual(violations(judged), [], JSON.stringify(cell))
          ran.add(algorithm.name)
          for (const kind of exposedTo(faults, n).kinds) held.set(kind, held.get(kind)! + 1)
        }
  })

test('EIG with seven and phase king with nine processors, of which two lie, hold under every strategy', () => {
  const family = faultKinds.entries.find(({ name }) => name === 'byzantine')!
  const { strategy } = family.parameters
  const strategies = strategy?.kind === 'text' ? strategy.choices! : []
  assert.ok(strategies.length >= 6)
  for (const [name, most, per] of [
    ['eig-byzantine', 7, 3],
    ['phase-king', 9, 4],
  ] as const) {
    const algorithm = algorithms.find((one) => one.name === name)!
    for (let n = 2; n <= most; n++) {
      // n > 3f and n > 4f.
      const f = Math.floor((n - 1) / per)
      for (const way of strategies)
        for (let seed = 0; seed < 20; seed++) {
          const faults = `byzantine:f=${f},strategy=${way}`
          const cell = {
            topology: 'complete',
            n,
            f,
            faults,
            seed,
            inputs: ['values=bits', 'random'][seed % 2]!,
          }
          const judged = runOrRefused(algorithm, cell)
          if (judged === null) assert.equal(way, 'random', `${name} has no alphabet`)
          else assert.deepEqual(violations(judged), [], JSON.stringify(cell))
        }
    }
  }
})

test('every family of faults was met, by every algorithm that tolerates any, and most of what there is was refused', () => {
  for (const [kind, count] of held) assert.ok(count > 0, `nothing was run under ${kind}`)
  for (const { name, tolerates = [] } of algorithms) assert.ok(tolerates.length === 0 || ran.has(name), name)
  assert.ok(refused > [...held.values()].reduce((sum, count) => sum + count))
})
