import type { Formula, Measure } from '../../../engine/index.ts'
import type { ClaimData } from '../../../experiments/cell/index.ts'
import { groupBy } from '../../group-by.ts'
import { quantile } from '../../statistics/describe.ts'
import { claimedValues, expectedValues, type Group } from '../../statistics/groups.ts'
import { boundLabel } from '../../wording/claim-text.ts'
import { type ChartPlan, labelIn } from '../data/chart-plan.ts'
import { evaluated } from '../data/divisor.ts'

/** A claim, or whatever a cost is held against, as a curve over n. */
export interface Bound {
  readonly panel: string
  readonly label: string
  /** The series that it is about; null if it is about several, or none. */
  readonly series: string | null
  readonly points: readonly { readonly n: number; readonly value: number }[]
}

/** A curve for each claim about each series: the median of its values at each size. */
export function boundCurves(plan: ChartPlan, measure: Measure): Bound[] {
  const families = groupBy(allClaimed(plan.groups, measure), ({ group, claim }) =>
    JSON.stringify([labelIn(plan, group, plan.panel), labelIn(plan, group, plan.colour), claim]),
  )
  return [...families.values()].map((members): Bound => {
    const { group, claim } = members[0]!
    return {
      panel: labelIn(plan, group, plan.panel),
      label: boundLabel(claim),
      series: labelIn(plan, group, plan.colour),
      points: members
        .map(({ group, values }) => ({ n: plan.x.of(group)!, value: quantile(values, 0.5) }))
        .sort((a, b) => a.n - b.n),
    }
  })
}

/** A formula of the reader's as a curve in every panel, in the hue of no series. */
export function formulaCurves(plan: ChartPlan, formula: Formula): Bound[] {
  const panels = groupBy(plan.groups, (group) => labelIn(plan, group, plan.panel))
  return [...panels].map(([panel, groups]) => {
    const places = groupBy(groups, (group) => String(plan.x.of(group)!))
    return {
      panel,
      label: formula.text,
      series: null,
      points: [...places.values()]
        .map((members) => ({
          n: plan.x.of(members[0]!)!,
          values: members.flatMap(({ complete }) => complete.map((row) => evaluated(formula, row))),
        }))
        .map(({ n, values }) => ({ n, values: values.filter((value) => value !== null) }))
        .filter(({ values }) => values.length > 0)
        .map(({ n, values }) => ({ n, value: quantile(values, 0.5) }))
        .sort((a, b) => a.n - b.n),
    }
  })
}

interface Claimed {
  readonly group: Group
  readonly claim: ClaimData
  readonly values: readonly number[]
}

/** What is claimed of each group: of its runs, and of their mean. */
function allClaimed(groups: readonly Group[], measure: Measure): Claimed[] {
  const all = groups.flatMap((group): Claimed[] => {
    const claim = group.claims[measure] ?? null
    const mean = group.means[measure] ?? null
    return [
      ...(claim === null ? [] : [{ group, claim, values: claimedValues(group, measure) }]),
      // A formula with symbols that only its algorithm explains would tell nothing as a label.
      ...(mean === null || mean === claim || Object.keys(mean.where).length > 0
        ? []
        : [{ group, claim: mean, values: expectedValues(group, measure) }]),
    ]
  })
  return all.filter(({ values }) => values.length > 0)
}
