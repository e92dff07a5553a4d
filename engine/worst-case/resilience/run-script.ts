import { type Judgement, judge } from '../../claims/verdict.ts'
import type { FaultPlan } from '../../faults/index.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Execution, Setting } from '../../model/index.ts'
import { execute } from '../../simulation/execute.ts'
import type { Observer } from '../../simulation/machine/observer.ts'
import { type FaultScript, specOfScript } from './fault-script.ts'
import { scriptedPlan } from './scripted-plan.ts'

/** The circumstances of a script beside the instance. */
interface ScriptSetting {
  /** The rule by which identifiers were assigned. Default: given. */
  readonly identifiers?: string
  /** Why the algorithm guarantees nothing here. Absent: it does. */
  readonly beyond?: string
}

/** A script that can begin: the instance with its inputs, its faults, its circumstances. */
export interface ScriptedRun {
  readonly instance: ComputedInstance
  readonly plan: FaultPlan | null
  readonly setting: Setting
  /** The execution is cut off after so many rounds. Absent: 1000. */
  readonly rounds?: number
}

/** Makes a script concrete on an instance. */
export function scriptedRun(
  algorithm: AnyAlgorithm,
  given: ComputedInstance,
  script: FaultScript,
  { identifiers = 'given', beyond }: ScriptSetting = {},
): ScriptedRun {
  const instance = given.with({ values: script.values })
  const faults = specOfScript(script, algorithm.alphabet !== undefined)
  const setting: Setting = {
    ...{ instance, timing: 'synchronous', unitDelays: true, identifiers },
    ...(faults !== 'none' && { faults }),
    ...(beyond !== undefined && { beyond }),
  }
  return {
    instance,
    plan: scriptedPlan(script, algorithm, instance),
    setting,
    ...(script.rounds !== undefined && { rounds: script.rounds }),
  }
}

/** Carries out a script by the engine itself, safety checked in every configuration. A run needs a plan of its own. */
export function runScript(
  algorithm: AnyAlgorithm,
  { instance, plan, setting, rounds = 1000 }: ScriptedRun,
  observer?: Observer,
): { readonly execution: Execution; readonly judgements: readonly Judgement[] } {
  const execution = execute(
    algorithm,
    instance,
    { kind: 'synchronous' },
    {
      faults: plan,
      check: 'every',
      budget: { messages: 1_000_000, time: rounds },
      ...(observer && { observer }),
    },
  )
  return { execution, judgements: judge(algorithm, setting, execution) }
}

/** Which property a script breaks, or `failed` if the algorithm throws; null if none. */
export function brokenBy(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  script: FaultScript,
): { readonly property: string; readonly reason: string } | null {
  const { outcome } = runScript(algorithm, scriptedRun(algorithm, instance, script)).execution
  if (outcome.kind === 'violated') return outcome
  return outcome.kind === 'failed' ? { property: 'failed', reason: outcome.reason } : null
}

/** The same algorithm, held to one property alone. */
export function withProperty(algorithm: AnyAlgorithm, property: string): AnyAlgorithm {
  const own = Object.entries(algorithm.properties ?? {}).filter(([name]) => name === property)
  return Object.assign(Object.create(algorithm) as AnyAlgorithm, { properties: Object.fromEntries(own) })
}
