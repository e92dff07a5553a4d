import type { Problem } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model.ts'
import { type Exploration, type ExploreOptions, explore } from './explore.ts'

/** An extreme cost, and the first instance that has it. */
export interface Extreme {
  readonly cost: number
  /** The place of the instance among those that were explored. */
  readonly instance: number
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
  readonly time: { readonly max: Extreme; readonly states: number } | null
  /** The least and the most final configurations that an instance has; the fields that depend on the schedule. */
  readonly finals: { readonly min: number; readonly max: number; readonly varying: readonly string[] }
  /** The least and the most value of each column of numbers; of others, all values. */
  readonly columns: Readonly<Record<string, readonly (number | string | boolean)[]>>
  /** Of each property the first violation, and the instance. */
  readonly violations: readonly {
    readonly property: string
    readonly reason: string
    readonly instance: number
  }[]
}

/** Explores one instance; its place among all is `instance`. */
export function exploreOne(
  algorithm: AnyAlgorithm,
  problem: Problem,
  instance: number,
  options: ExploreOptions,
): ExplorationSummary {
  return summaryOf(explore(algorithm, problem, options), instance)
}

/** What there is to say of one instance. */
export function summaryOf(found: Exploration, instance: number): ExplorationSummary {
  const { messages, time, finals } = found
  const at = (cost: number): Extreme => ({ cost, instance })
  return {
    instances: 1,
    exhausted: found.exhausted ? 1 : 0,
    endless: found.endless,
    states: found.states,
    transitions: found.transitions,
    depth: found.depth,
    messages: { min: messages.min === null ? null : at(messages.min), max: at(messages.max) },
    time: time && { max: at(time.max), states: time.states },
    finals: { min: finals.count, max: finals.count, varying: finals.varying },
    columns: finals.columns,
    violations: found.violations.map(({ property, reason }) => ({ property, reason, instance })),
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
