import type { Measure } from '../../../engine/index.ts'
import { quantile } from '../../statistics/describe.ts'
import { claimedValues, expectedValues, type Group, valuesOf } from '../../statistics/groups.ts'
import { boundLabel } from '../../wording/claim-text.ts'
import type { ChartPlan } from '../data/chart-plan.ts'
import { type Spot, singleRuns, spot } from '../data/curve-points.ts'
import { measuredOf, type Observation, placeColumns } from '../data/observations.ts'
import type { Quantity } from '../data/quantity.ts'
import { boundCurves } from '../sheet/bounds.ts'

/** One cost: its curves, its bounds, and its lines of the figure's table. */
export function costPart(plan: ChartPlan, measure: Measure, quantiles: boolean) {
  const groups = plan.groups.filter(({ complete }) => valuesOf(complete, measure).length > 0)
  const own = { ...plan, groups }
  const measured = ({ complete }: Group) => measuredOf(complete, measure, plan.numbers)
  const spots = new Map(groups.map((group) => [group, spot(own, group, measured(group), quantiles)]))
  return {
    spots: [...spots.values()],
    runs: singleRuns(own, measured),
    bounds: boundCurves(own, measure),
    data: groups.map((group) => observation(group, measure, plan.x, spots.get(group)!, quantiles)),
  }
}

/** A part in its panels; where two costs stand beside each other, the headers say which it is. */
export function inPanels(
  { spots, runs, bounds, data }: ReturnType<typeof costPart>,
  panels: readonly string[],
  cost: string | null,
) {
  const panelOf = (panel: string) =>
    cost === null ? panel : panels.length === 1 ? cost : `${panel}, ${cost}`
  const placed = <T extends { readonly panel: string }>(all: readonly T[]) =>
    all.map((one) => ({ ...one, panel: panelOf(one.panel) }))
  return {
    panelOf,
    panels: panels.map(panelOf),
    spots: placed(spots),
    runs: placed(runs),
    bounds: placed(bounds),
    data,
  }
}

/** A group as a record of the figure's table. */
function observation(
  group: Group,
  measure: Measure,
  x: Quantity,
  { median, low, high, row }: Spot,
  quantiles: boolean,
): Observation {
  const middle = (values: readonly number[]) => (values.length === 0 ? null : quantile(values, 0.5))
  const { [measure]: claim = null } = group.claims
  const { [measure]: mean = null } = group.means
  return {
    ...placeColumns(group, x),
    runs: group.complete.length,
    [`median_${measure}`]: median,
    [quantiles ? `quantile_2.5_${measure}` : `min_${measure}`]: low,
    [quantiles ? `quantile_97.5_${measure}` : `max_${measure}`]: high,
    bound_label: claim === null ? null : boundLabel(claim),
    bound: middle(claimedValues(group, measure)),
    expected_label: mean === null ? null : boundLabel(mean),
    expected: middle(expectedValues(group, measure)),
    row,
  }
}
