import type { Manifest, Row } from '../../experiments/cell/index.ts'
import { distinct, groupBy } from '../group-by.ts'
import { describe } from '../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../statistics/groups.ts'
import type { ShownMeasure } from '../statistics/row-claims.ts'
import { capitalised } from '../wording/capitalised.ts'
import { labelOf } from '../wording/dimensions.ts'
import { count, listing } from '../wording/numbers.ts'

/** One cost of one algorithm under several delays. */
interface Dependence {
  readonly title: string
  readonly measure: ShownMeasure
  /** Whether it is the same under all of them, instance by instance. */
  readonly isFree: boolean
  /** How many times the median under one kind of delays is that under another, at most, at the largest size. */
  readonly spread: number | null
}

/**
 * Which costs depend on the delays: “The messages of Flooding are the same under all 10 kinds of delays; the time of Flooding
 * depends on the delays: …”. Null unless the sweep is about delays, with more of them than algorithms.
 */
export function delaySentence({ groups, manifest }: Results): string | null {
  const delayed = groups.filter(({ key }) => key.delay !== null)
  const delays = distinct(delayed.map(({ key }) => key.delay))
  const algorithms = [...groupBy(delayed, ({ key }) => key.algorithm).values()]
  if (delays.length < 3 || delays.length <= algorithms.length) return null
  const all = (['messages', 'time'] as const).flatMap((measure) =>
    algorithms.flatMap((own) => dependenceOf(own, measure, manifest) ?? []),
  )
  if (all.length === 0) return null
  const names = (some: readonly Dependence[]) =>
    listing(
      [...groupBy(some, ({ measure }) => measure)].map(
        ([measure, members]) =>
          `the ${measure === 'time' && members.length > 1 ? 'times' : measure} of ${listing(members.map(({ title }) => title))}`,
      ),
    )
  const free = all.filter(({ isFree }) => isFree)
  const bound = all.filter(({ isFree }) => !isFree)
  const verb = (some: readonly Dependence[], one: string, several: string) =>
    some.length === 1 && some[0]!.measure === 'time' ? one : several
  const n = Math.max(...delayed.map(({ key }) => key.n))
  const spreads = bound.flatMap(({ spread }) => spread ?? [])
  const far =
    spreads.length === 0
      ? ''
      : `: at n = ${count(n)} medians differ by a factor of up to ${Number(Math.max(...spreads).toPrecision(2))} from one kind of delays to another`
  const parts = [
    free.length === 0
      ? ''
      : `${names(free)} ${verb(free, 'is', 'are')} the same in every run under all ${count(delays.length)} kinds of delays`,
    bound.length === 0 ? '' : `${names(bound)} ${verb(bound, 'depends', 'depend')} on the delays${far}`,
  ].filter((part) => part !== '')
  return `${capitalised(parts.join('; '))}.`
}

function dependenceOf(own: readonly Group[], measure: ShownMeasure, manifest: Manifest): Dependence | null {
  const rows = own.flatMap(({ complete }) => complete).filter((row) => row[measure] !== null)
  const instances = [...groupBy(rows, instanceOf).values()].filter(({ length }) => length > 1)
  if (instances.length === 0) return null
  const n = Math.max(...own.map(({ key }) => key.n))
  const largest = groupBy(
    own.filter(({ key }) => key.n === n),
    ({ key: { delay: _, ...place } }) => JSON.stringify(place),
  )
  const spreads = [...largest.values()].map((members) => spreadOf(members, measure))
  return {
    title: labelOf(own[0]!.key, 'algorithm', manifest),
    measure,
    isFree: instances.every((same) => isConstant(same.map((row) => row[measure]!))),
    spread: spreads.includes(null) ? null : Math.max(...(spreads as number[])),
  }
}

const instanceOf = ({
  topology,
  n,
  inputs,
  wakeup,
  faults,
  weights,
  clocks,
  workload,
  replicate,
  seed,
}: Row): string =>
  JSON.stringify([topology, n, inputs, wakeup, faults, weights, clocks, workload, replicate, seed])

/** But for the rounding of sums. */
function isConstant(costs: readonly number[]): boolean {
  const [least, most] = [Math.min(...costs), Math.max(...costs)]
  return most - least <= 1e-9 * Math.max(1, most)
}

function spreadOf(groups: readonly Group[], measure: ShownMeasure): number | null {
  const medians = groups.flatMap(({ complete }) => describe(valuesOf(complete, measure))?.median ?? [])
  const least = Math.min(...medians)
  return medians.length < groups.length || least <= 0 ? null : Math.max(...medians) / least
}
