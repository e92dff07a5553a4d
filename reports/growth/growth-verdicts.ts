import { deriveSeed, type Measure, Streams } from '../../engine/index.ts'
import { type GroupKey, optionalOf, type Results } from '../statistics/groups.ts'
import { measuredOf, measuresOf } from '../statistics/row-claims.ts'
import { assessGrowth, type Trial } from './assess-growth.ts'
import { variation } from './candidates.ts'
import type { GrowthAssessment } from './growth-assessment.ts'
import { classesInMAndD, classesInN, type GrowthClass, growthClass, ownClass } from './growth-class.ts'
import type { Observation } from './observation.ts'
import { evidenceOf } from './observations.ts'
import { type GrowthSetting, growthSettings } from './settings.ts'

/** How a cost of one setting grows. */
export interface GrowthVerdict {
  /** Of one of the setting's groups: its algorithm and circumstances. */
  readonly key: GroupKey
  /** The kinds of network: one, or all of the sweep together. */
  readonly topologies: readonly string[]
  readonly measure: Measure
  /** The sizes n that count, ascending. */
  readonly sizes: readonly number[]
  /** How many groups were left out, because some of their runs did not come to their end. */
  readonly cutShort: number
  /** How many groups were left out, because some of their runs cost 0, which has no logarithm. */
  readonly free: number
  /** What is missing to judge by, as a phrase; null if nothing is. */
  readonly missing: string | null
  /** Null if something is missing. */
  readonly assessment: GrowthAssessment | null
}

const verdictsOf = new WeakMap<Results, readonly GrowthVerdict[]>()

/**
 * A verdict on the growth of messages, of time and of the cost that the experiment is about, for every algorithm and its circumstances: on each kind of network,
 * then on all of them together, where m or D vary independently of n. Randomness derives from the experiment's seed.
 */
export function growthVerdicts(results: Results): readonly GrowthVerdict[] {
  let verdicts = verdictsOf.get(results)
  if (verdicts === undefined) {
    const { experiment } = results.manifest
    const own = (experiment.growthClasses ?? []).map(ownClass)
    verdicts = growthSettings(results).flatMap((setting) =>
      measuresOf(experiment).flatMap((measure) => verdictOf(setting, measure, own, experiment.seed) ?? []),
    )
    verdictsOf.set(results, verdicts)
  }
  return verdicts
}

/** The verdict on one setting; `own` are classes beside the usual ones. Null if there is nothing to judge. */
export function verdictOf(
  setting: GrowthSetting,
  measure: Measure,
  own: readonly GrowthClass[],
  seed: number,
): GrowthVerdict | null {
  const { key, topologies, groups } = setting
  const { observations, cutShort, free } = evidenceOf(setting, measure)
  const isPooled = topologies.length > 1
  if (isPooled && !isVaried(observations)) return null
  if (groups.every(({ rows }) => rows.every((row) => measuredOf(row, measure) === null))) return null
  const missing = whatIsMissing(observations, isPooled, free)
  const circumstances = [key.algorithm, key.timing, key.delay ?? '', key.wakeup, key.faults, key.inputs]
  // Sweeps without weights and workloads keep the resamples that they have always had.
  circumstances.push(...Object.values<string>(optionalOf(key)))
  const random = new Streams(deriveSeed(seed, 'growth', measure, ...topologies, ...circumstances)).stream(
    'resamples',
  )
  return {
    key,
    topologies,
    measure,
    sizes: [...new Set(observations.map(({ n }) => n))],
    cutShort,
    free,
    missing,
    assessment: missing === null ? assessGrowth(observations, trialOf(own, isPooled), random) : null,
  }
}

function trialOf(own: readonly GrowthClass[], varied: boolean): Trial {
  const classes = [...own, ...classesInN]
  return varied
    ? { classes: [...classes, ...classesInMAndD], names: [], varied }
    : { classes, names: [growthClass('m', []), growthClass('D', [])], varied }
}

/** Whether m or D say more than n does. */
function isVaried(observations: readonly Observation[]): boolean {
  const n = growthClass('n', [])
  return ['m', 'D'].some((name) => variation(growthClass(name, []), n, observations) > 1.5)
}

/** The largest size has to be so many times the smallest. */
const leastRange = 4

function whatIsMissing(observations: readonly Observation[], isPooled: boolean, free: number): string | null {
  const places = observations.length
  const replicated = observations.some(({ costs }) => costs.length > 1)
  const needed = isPooled ? 7 : replicated ? 4 : 5
  const noun = isPooled ? 'networks' : 'sizes'
  if (places === 0 && free > 0) return 'some runs of every size cost 0, which has no logarithm'
  const zeros = free === 0 ? '' : ` beside ${free} with costs of 0, which have no logarithm`
  if (places < needed)
    return `it takes at least ${needed} ${noun}${replicated || isPooled ? '' : ' where there are no replicates'}, and there ${places === 1 ? 'is 1' : `are ${places}`}${zeros}`
  const range = (name: 'n' | 'm' | 'D') => {
    const values = observations.map((place) => place[name])
    return Math.max(...values) / Math.min(...values)
  }
  const isWide = (isPooled ? (['n', 'm', 'D'] as const) : (['n'] as const)).some(
    (name) => range(name) >= leastRange,
  )
  return isWide
    ? null
    : `the largest ${isPooled ? 'n, m or D' : 'size'} must be at least ${leastRange} times the smallest, and is ${Number(range('n').toPrecision(2))} times`
}
