import { createFaults } from '../../faults/index.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { Streams } from '../../random.ts'
import { execute } from '../../simulation/execute.ts'
import type { FaultModel } from './fault-model.ts'
import type { ScriptedRun } from './run-script.ts'

/** What a search at random has found. */
export interface SearchedFaults {
  /** How many executions were tried. */
  readonly executions: number
  /** The first that breaks something: how it begins, and what it breaks; null if none does. */
  readonly broken: {
    readonly property: string
    readonly reason: string
    /** Makes the run again, from its beginning: a plan of faults is good for one execution. */
    readonly run: () => ScriptedRun
  } | null
}

/** Every try has inputs of its own, and a way to fail of its own. */
export function searchFaults(
  algorithm: AnyAlgorithm,
  given: ComputedInstance,
  model: FaultModel,
  { tries, seed, ...setting }: { tries: number; seed: number; identifiers: string; beyond?: string },
): SearchedFaults {
  const ways = waysToFail(algorithm, model)
  const runOf = (i: number) => (): ScriptedRun => {
    const streams = new Streams(seed + i)
    const stream = streams.stream('values')
    const values = Array.from({ length: given.network.n }, () => stream.integer(2))
    const instance = given.with({ values })
    const faults = ways[i % ways.length]!
    return {
      instance,
      plan: createFaults(faults, algorithm, instance, 'synchronous', streams),
      setting: { instance, timing: 'synchronous', unitDelays: true, ...setting, faults },
    }
  }
  for (let i = 0; i < tries; i++) {
    const run = runOf(i)
    const { instance, plan } = run()
    const { outcome } = execute(
      algorithm,
      instance,
      { kind: 'synchronous' },
      { faults: plan, check: 'every', budget: { messages: 1_000_000, time: 1000 } },
    )
    if (outcome.kind === 'violated')
      return { executions: i + 1, broken: { property: outcome.property, reason: outcome.reason, run } }
    if (outcome.kind === 'failed')
      return { executions: i + 1, broken: { property: 'failed', reason: outcome.reason, run } }
  }
  return { executions: tries, broken: null }
}

/** The ways to fail that take turns in a search, as specs. */
export function waysToFail({ alphabet }: AnyAlgorithm, { kind, most, omits }: FaultModel): string[] {
  if (kind === 'crash') return [`crash:f=${most}`, `crash:f=${most},pattern=chain`]
  if (kind === 'omission')
    return [0.2, 0.5, 0.8].map((rate) => `omission:f=${most},rate=${rate},kind=${omits}`)
  const random = alphabet === undefined ? [] : ['random']
  return [...random, 'equivocate', 'mutate', 'twins', 'replay', 'silent'].map(
    (strategy) => `byzantine:f=${most},strategy=${strategy}`,
  )
}
