import { topologies, wakeUps, weightRules } from '../../engine/index.ts'
import type { ClaimData, Manifest, Row } from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import { isUpper } from './bounds.ts'
import type { Results } from './groups.ts'
import { isComplete, type ShownMeasure, shownClaimOf, verdictOn } from './row-claims.ts'

/**
 * What the largest cost that is known of a point is. Of an exploration that was cut short, it is the largest among the
 * schedules that were seen.
 */
export type BestEvidence = Row['evidence'] | 'explored in part'

/** How close the largest known cost of one point of a sweep comes to the tightest bound that is claimed of it. */
export interface Tightness {
  /** A row of a worst case at this point; it tells the algorithm, the network and the rest. */
  readonly row: Row
  readonly measure: ShownMeasure
  /** The claim and its value; null where nothing from above is claimed. */
  readonly claim: ClaimData | null
  readonly bound: number | null
  /**
   * The largest costs by the way in which they were found; null where nobody looked. What a proof has forced was found
   * by an adversary, and is among what was searched for.
   */
  readonly sampled: number | null
  readonly searched: number | null
  readonly explored: number | null
  /** The exact maximum, or else the largest of all. */
  readonly cost: number
  readonly evidence: BestEvidence
  /** What the adversary chose of the execution that costs this, or what was gone through, as words; the rest was given. */
  readonly chosen: string | null
  /** How many searches there were, each from a seed of its own; their runs, and the least and the most that one found. */
  readonly searches: number
  readonly runs: number | null
  readonly searchedLeast: number | null
  readonly searchedMost: number | null
  /** Cost / bound: 1 means that the bound is attained. */
  readonly ratio: number | null
}

/** One entry for each measure of each point whose worst case was asked for, by setting in order of appearance, then by n. */
export function tightness({ manifest, rows, worstCases }: Results): Tightness[] {
  if (worstCases.length === 0) return []
  const sampled = groupBy(
    rows.filter((row) => row.evidence === 'sampled' && row.timing === 'asynchronous' && isComplete(row)),
    instanceOf,
  )
  const points = [...groupBy(worstCases, settingOf).values()].flatMap((setting) =>
    [...groupBy(setting, pointOf).values()].sort(([a], [b]) => a!.n - b!.n),
  )
  return points.flatMap((point) =>
    (['messages', 'time'] as const).flatMap((measure) => {
      const replicates = [...groupBy(point, instanceOf)].flatMap(
        ([instance, found]) => onInstance(found, sampled.get(instance) ?? [], measure, manifest) ?? [],
      )
      return replicates.length === 0 ? [] : replicates.reduce(tighter)
    }),
  )
}

const settingOf = ({ algorithm, topology, wakeup, faults, inputs, weights, clocks, workload }: Row): string =>
  JSON.stringify([algorithm, topology, wakeup, faults, inputs, weights, clocks, workload])

const pointOf = (row: Row): string => `${settingOf(row)} ${row.n}`

/** What an adversary is given and does not choose: the network, its weights and who wakes. They may differ between replicates. */
function instanceOf(row: Row): string {
  const drawn =
    (topologies.find(row.topology)?.entry.random ?? false) ||
    (wakeUps.find(row.wakeup)?.entry.random ?? true) ||
    (row.weights !== undefined && (weightRules.find(row.weights)?.entry.random ?? true))
  return drawn ? `${pointOf(row)} ${row.replicate}` : pointOf(row)
}

function onInstance(
  found: readonly Row[],
  sampled: readonly Row[],
  measure: ShownMeasure,
  { algorithms }: Manifest,
): Tightness | null {
  const of = (evidence: Row['evidence']) => found.filter((row) => row.evidence === evidence)
  const exhausted = of('exact').filter(isComplete)
  const searched = largest(of('searched'), measure)
  const costs = {
    sampled: largest(sampled, measure),
    searched: largest([...of('searched'), ...of('forced')], measure),
    explored: largest(of('exact'), measure),
  }
  if (costs.searched === null && costs.explored === null) return null
  const exact = largest(exhausted, measure)
  const best = Math.max(...Object.values(costs).map((cost) => cost ?? Number.NEGATIVE_INFINITY))
  const cost = exact ?? best
  const row = found.find((row) => row[measure] === cost) ?? found[0]!
  const claims = algorithms.find(({ name }) => name === row.algorithm)?.claims ?? []
  const shown = shownClaimOf(row, measure, claims)
  const claim = shown !== undefined && isUpper(shown) ? shown : null
  const bound = claim === null ? null : verdictOn(row, claim)!.bound
  return {
    row,
    measure,
    claim,
    bound,
    ...costs,
    cost,
    evidence: exact !== null ? 'exact' : byWhom(costs, searched, best),
    chosen: typeof row.extra.chosen === 'string' ? row.extra.chosen : null,
    ...effortOf(of('searched'), measure),
    ratio: bound === null || bound <= 0 ? null : cost / bound,
  }
}

function effortOf(
  searched: readonly Row[],
  measure: ShownMeasure,
): Pick<Tightness, 'searches' | 'runs' | 'searchedLeast' | 'searchedMost'> {
  const costs = searched.flatMap((row) => row[measure] ?? [])
  const runs = searched[0]?.extra.runs
  return {
    searches: costs.length,
    runs: typeof runs === 'number' ? runs : null,
    searchedLeast: costs.length === 0 ? null : costs.reduce((a, b) => Math.min(a, b)),
    searchedMost: costs.length === 0 ? null : costs.reduce((a, b) => Math.max(a, b)),
  }
}

function largest(rows: readonly Row[], measure: ShownMeasure): number | null {
  const costs = rows.flatMap((row) => row[measure] ?? [])
  return costs.length === 0 ? null : costs.reduce((a, b) => Math.max(a, b))
}

/** Who found the largest cost, where nobody has seen all schedules; chance only if nobody else did. */
function byWhom(
  found: Pick<Tightness, 'searched' | 'explored'>,
  searched: number | null,
  best: number,
): BestEvidence {
  if (found.searched === best) return searched === best ? 'searched' : 'forced'
  return found.explored === best ? 'explored in part' : 'sampled'
}

/** Of two networks of one point that on which the bound is approached more closely. */
const tighter = (a: Tightness, b: Tightness): Tightness =>
  (b.ratio ?? 0) > (a.ratio ?? 0) || (a.ratio === null && b.cost > a.cost) ? b : a
