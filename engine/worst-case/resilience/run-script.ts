import { type Judgement, judge } from '../../claims/verdict.ts'
import { beyondResilience, type FaultPlan, none } from '../../faults/index.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Execution, Setting } from '../../model/index.ts'
import { execute, type Timing } from '../../simulation/execute.ts'
import type { Observer } from '../../simulation/machine/observer.ts'
import type { DelayModel } from '../../timing/delay-model.ts'
import { type FaultScript, specOfScript } from './fault-script.ts'
import { longestDelay, type Paces, pacing } from './paces.ts'
import { scriptedPlan } from './scripted-plan.ts'

/** An asynchronous execution that sends more is cut off. */
const messagesMax = 10_000

/** The circumstances of a script beside the instance. */
interface ScriptSetting {
  /** The rule by which identifiers were assigned. Default: given. */
  readonly identifiers?: string
}

/** A script that can begin: the instance with its inputs, its faults, its circumstances. */
export interface ScriptedRun {
  readonly instance: ComputedInstance
  readonly plan: FaultPlan | null
  readonly setting: Setting
  /** The execution is cut off after so many rounds. Absent: 1000. */
  readonly rounds?: number
  /** What coins are derived from. Absent: 0. */
  readonly seed?: number
  /** How long messages take. Absent: it is an execution in rounds. */
  readonly paces?: Paces
}

/** Makes a script concrete on an instance. */
export function scriptedRun(
  algorithm: AnyAlgorithm,
  given: ComputedInstance,
  script: FaultScript,
  { identifiers = 'given' }: ScriptSetting = {},
): ScriptedRun {
  const instance = given.with({ values: script.values })
  const faults = specOfScript(script, algorithm.alphabet !== undefined)
  const { f, network } = instance
  const beyond = beyondResilience(algorithm, { n: network.n, f, faults })
  const { paces, rounds, coins = 0 } = script
  const inRounds = paces === undefined
  const workload = algorithm.service?.workload
  const setting: Setting = {
    ...{ instance, timing: inRounds ? 'synchronous' : 'asynchronous', unitDelays: inRounds, identifiers },
    ...(workload !== undefined && { workload }),
    ...(faults !== none && { faults }),
    ...(beyond !== null && { beyond }),
  }
  return {
    instance,
    plan: scriptedPlan(script, algorithm, instance),
    ...{ setting, seed: coins },
    ...(rounds !== undefined && { rounds }),
    ...(paces !== undefined && { paces }),
  }
}

/** Carries out a script by the engine itself, safety checked in every configuration. A run needs a plan of its own. */
export function runScript(
  algorithm: AnyAlgorithm,
  { instance, plan, setting, seed = 0, rounds = 1000, paces }: ScriptedRun,
  observer?: Observer,
): { readonly execution: Execution; readonly judgements: readonly Judgement[] } {
  const timing: Timing =
    paces === undefined
      ? { kind: 'synchronous' }
      : { kind: 'asynchronous', delays: delaysOf(paces, instance) }
  const execution = execute(algorithm, instance, timing, {
    ...{ seed, faults: plan },
    check: 'every',
    budget: paces === undefined ? { messages: 1_000_000, time: rounds } : { messages: messagesMax },
    ...(observer && { observer }),
  })
  return { execution, judgements: judge(algorithm, setting, execution) }
}

function delaysOf(paces: Paces, { network }: ComputedInstance): DelayModel {
  const max = longestDelay(paces)
  return { kind: 'adversary', bounded: max === 1, bounds: { min: 0, max }, adversary: pacing(paces, network) }
}

/** Which property a script breaks, or `failed` if the algorithm throws; null if none. */
export function brokenBy(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  script: FaultScript,
): { readonly property: string; readonly reason: string } | null {
  const { outcome } = runScript(algorithm, scriptedRun(algorithm, instance, script)).execution
  if (outcome.kind === 'violated') return { property: outcome.property, reason: outcome.reason }
  return outcome.kind === 'failed' ? { property: 'failed', reason: outcome.reason } : null
}

/** The same algorithm, held to one property alone. */
export function withProperty(algorithm: AnyAlgorithm, property: string): AnyAlgorithm {
  const own = Object.entries(algorithm.properties ?? {}).filter(([name]) => name === property)
  return Object.assign(Object.create(algorithm) as AnyAlgorithm, { properties: Object.fromEntries(own) })
}
