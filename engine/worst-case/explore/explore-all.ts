import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import type { Choice } from '../schedules/play.ts'
import type { Exploration, ExploreOptions, FoundViolation } from './exploration.ts'
import { explore } from './explore.ts'
import { type JudgedClaim, judgeExploration } from './judge-exploration.ts'

/** An extreme cost, and the first instance that has it, with a schedule. */
export interface Extreme {
  readonly cost: number
  /** The place of the instance among those that were explored. */
  readonly instance: number
  readonly choices: readonly Choice[]
}

/** What explorations of several instances have found together. Everything in it is plain data. */
export interface ExplorationSummary {
  readonly instances: number
  /** How many of them were explored to the end. */
  readonly exhausted: number
  readonly endless: boolean
  /** Configurations and steps in all; the most steps of one execution. */
  readonly states: number
  readonly transitions: number
  readonly depth: number
  readonly messages: { readonly min: Extreme | null; readonly max: Extreme }
  /** By type, where there are several. */
  readonly byType: Readonly<Record<string, { readonly min: Extreme | null; readonly max: Extreme }>>
  readonly time: { readonly max: Extreme; readonly states: number } | null
  /** The least and the most final configurations that an instance has; the fields that depend on the schedule. */
  readonly finals: { readonly min: number; readonly max: number; readonly varying: readonly string[] }
  /** The least and the most value of each column of numbers; of others, all values. */
  readonly columns: Readonly<Record<string, readonly (number | string | boolean)[]>>
  /** The claims that what was found is held to; of each, where it is violated or else comes closest. */
  readonly claims: readonly JudgedClaim[]
  /** Of each property and each claim the first violation, and the instance. */
  readonly violations: readonly (FoundViolation & { readonly instance: number })[]
}

/**
 * Explores one instance, whose place among all is `instance`, and holds what is found to the algorithm's claims.
 * `identifiers` is the rule by which they were assigned.
 */
export function exploreOne(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  instance: number,
  options: ExploreOptions & { readonly identifiers?: string },
): ExplorationSummary {
  const { wakeUps = 'at zero', identifiers = 'given', calls = [] } = options
  const found = explore(algorithm, problem, options)
  const { claims, violations } = judgeExploration(algorithm, problem, instance, found, {
    wakeUps,
    identifiers,
    calls,
  })
  const summary = summaryOf(found, instance)
  const broken = violations.map((violation) => ({ ...violation, instance }))
  return { ...summary, claims, violations: [...summary.violations, ...broken] }
}

/** What there is to say of one instance. */
export function summaryOf(found: Exploration, instance: number): ExplorationSummary {
  const { messages, time, finals, witnesses } = found
  const at = (cost: number, choices: readonly Choice[] | null): Extreme => ({
    cost,
    instance,
    choices: choices ?? [],
  })
  const ofType = found.counts.filter(({ measure, wakers }) => measure !== 'messages' && wakers === null)
  return {
    instances: 1,
    exhausted: found.exhausted ? 1 : 0,
    endless: found.endless,
    states: found.states,
    transitions: found.transitions,
    depth: found.depth,
    messages: {
      min: messages.min === null ? null : at(messages.min, witnesses.messagesMin),
      max: at(messages.max, witnesses.messagesMax),
    },
    byType: Object.fromEntries(
      ofType.map(({ measure, min, max, witness }) => [
        measure.slice('messages:'.length),
        { min: min === null ? null : at(min, witness('least')), max: at(max, witness('most')) },
      ]),
    ),
    time: time && { max: at(time.max, witnesses.timeMax), states: time.states },
    finals: { min: finals.count, max: finals.count, varying: finals.varying },
    columns: finals.columns,
    claims: [],
    violations: found.violations.map((violation) => ({ ...violation, instance })),
  }
}

/** Joins what was found of some instances with what was found of others; the order does not matter. */
export function joinSummaries(a: ExplorationSummary, b: ExplorationSummary): ExplorationSummary {
  const names = new Set([...a.violations, ...b.violations].map(({ property }) => property))
  return {
    instances: a.instances + b.instances,
    exhausted: a.exhausted + b.exhausted,
    endless: a.endless || b.endless,
    states: a.states + b.states,
    transitions: a.transitions + b.transitions,
    depth: Math.max(a.depth, b.depth),
    messages: {
      min: first(a.messages.min, b.messages.min, -1),
      max: first(a.messages.max, b.messages.max, 1)!,
    },
    byType: Object.fromEntries(
      Object.entries(a.byType).map(([type, { min, max }]) => [
        type,
        { min: first(min, b.byType[type]!.min, -1), max: first(max, b.byType[type]!.max, 1) },
      ]),
    ),
    time: a.time &&
      b.time && { max: first(a.time.max, b.time.max, 1)!, states: a.time.states + b.time.states },
    finals: {
      min: Math.min(a.finals.min, b.finals.min),
      max: Math.max(a.finals.max, b.finals.max),
      varying: [...new Set([...a.finals.varying, ...b.finals.varying])].sort(),
    },
    columns: Object.fromEntries(
      Object.keys({ ...a.columns, ...b.columns }).map((name) => [
        name,
        values(a.columns[name] ?? [], b.columns[name] ?? []),
      ]),
    ),
    claims: joinClaims(a.claims, b.claims),
    violations: [...names]
      .sort()
      .map(
        (name) =>
          [...a.violations, ...b.violations]
            .filter(({ property }) => property === name)
            .sort((x, y) => x.instance - y.instance)[0]!,
      ),
  }
}

/** Of each claim, where it is violated; else where the cost is largest; of equal ones, the first instance. */
function joinClaims(a: readonly JudgedClaim[], b: readonly JudgedClaim[]): JudgedClaim[] {
  const nameOf = ({ measure, kind, formula }: JudgedClaim) => `${measure} ${kind} ${formula}`
  const violated = ({ verdict }: JudgedClaim) => (verdict === 'violated' ? 1 : 0)
  const all = [...a, ...b].sort(
    (x, y) => violated(y) - violated(x) || y.measured - x.measured || x.instance - y.instance,
  )
  return [...new Set([...a, ...b].map(nameOf))].map((name) => all.find((claim) => nameOf(claim) === name)!)
}

/** The larger, with sign −1 the smaller; of equal ones that of the first instance. */
function first<T extends Extreme | null>(a: T, b: T, sign: 1 | -1): T {
  if (a === null) return b
  if (b === null) return a
  const difference = sign * (a.cost - b.cost)
  return difference > 0 || (difference === 0 && a.instance <= b.instance) ? a : b
}

function values<T extends number | string | boolean>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set([...a, ...b])].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0))
}
