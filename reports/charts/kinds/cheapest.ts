import { type ParameterValues, splitName } from '../../../engine/index.ts'
import type { Manifest } from '../../../experiments/cell/index.ts'
import { distinct, groupBy } from '../../group-by.ts'
import { quantile } from '../../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { headingOf } from '../../wording/dimensions.ts'
import { measureSlug, measureWords } from '../../wording/measures.ts'
import { figure } from '../../wording/numbers.ts'
import { titled } from '../../wording/titles.ts'
import { isAlone, wrapperWords } from '../../wording/wrapper-words.ts'
import { seriesMax } from '../data/chart-plan.ts'
import { checkSides, settingOf, sidesOf, wordsFor } from '../data/map-sides.ts'
import { costliest, keyColumns, measuredOf } from '../data/observations.ts'
import { type Swept, valuesIn } from '../data/swept.ts'
import { heatChart } from '../forms/heat-chart.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import { checkMeasure, measure, measureOf, textOf, where } from './parameters.ts'

/** One of those that compete in a cell. */
interface Entrant {
  /** Its group, as if it had been run by who does not compete: the algorithm inside, or nobody. */
  readonly group: Group
  readonly name: string
  readonly algorithm: string
  readonly cost: number
}

/** Which algorithm costs least, or which wrapper of each algorithm, over two things that the sweep varies. */
export const cheapest: ChartKind = {
  name: 'cheapest',
  summary: 'which algorithm, or which wrapper of it, costs least, over two things that the sweep varies',
  parameters: {
    x: { kind: 'text', description: 'n, topology, delay, or a parameter: topology_degree, gnp:degree' },
    y: { kind: 'text', description: 'the same, for the upright side' },
    measure,
    where,
  },
  check(values) {
    checkMeasure('cheapest', values)
    checkSides(askedSides(values), 'cheapest')
  },
  draw,
}

const askedSides = ({ x, y }: ParameterValues) => ({ x: textOf(x), y: textOf(y) })

function draw(results: Results, look: Look, values: ParameterValues): Chart[] {
  const measure = measureOf(values)
  const { manifest, numbers } = results
  const entrants = entrantsOf(results, (group) => valuesOf(group.complete, measure))
  const sides = sidesOf(
    entrants.map(({ group }) => group),
    askedSides(values),
  )
  if (sides === null) return []
  const placed = entrants.filter(({ group: { key } }) => sides.every((side) => side.read(key) !== null))
  const cells = [...groupBy(placed, ({ group: { key } }) => cellOf(key, sides)).values()].map(ranked)
  const winners = cells.map(([best]) => best!)
  const shown = winners.map(({ group }) => group)
  const won = new Set(winners.map(({ name }) => name))
  const choices = distinct(placed.map(({ name }) => name)).filter((name) => won.has(name))
  if (sides.some((side) => valuesIn(shown, side).length < 2) || choices.length > seriesMax) return []
  const inside = { ...results, manifest: manifestInside(manifest) }
  const { setting, headerOf } = wordsFor(shown, sides, inside)
  const words = measureWords(measure)
  const marks = [
    setting,
    `Each cell: who is cheapest in ${words}, by median; number: what the next costs, over that`,
  ]
  const [across, down] = sides.map((side) => sideOf(side, shown, manifest))
  const rowOf = ({ group }: Entrant) => costliest(measuredOf(group.complete, measure, numbers))
  return heatChart(
    {
      name: `cheapest-in-${measureSlug(measure)}-by-${slug(sides[0])}-and-${slug(sides[1])}`,
      title: titled(
        { groups: shown, manifest: inside.manifest },
        `cheapest in ${words} by ${sides[0].words} and ${sides[1].words}`,
      ),
      subtitle: marks,
      caption: caption({ marks, keys: placed.map(keyOf), manifest }),
      data: cells.flatMap((cell) =>
        cell.map((entrant) => ({
          ...keyColumns(keyOf(entrant)),
          ...Object.fromEntries(sides.map((side) => [side.name, side.read(entrant.group.key)])),
          measure,
          median: entrant.cost,
          over_least: overLeast(entrant, cell),
          row: rowOf(entrant),
        })),
      ),
      legend: '',
      choices,
      across: across!,
      down: down!,
      cells: cells.map((cell) => ({
        panel: headerOf(cell[0]!.group),
        column: across!.all.indexOf(sides[0].read(cell[0]!.group.key)!),
        line: down!.all.indexOf(sides[1].read(cell[0]!.group.key)!),
        value: choices.indexOf(cell[0]!.name),
        text: cell.length > 1 ? figure(overLeast(cell[1]!, cell)) : '',
        row: rowOf(cell[0]!),
      })),
    },
    look,
  )
}

const keyOf = ({ group, algorithm }: Entrant) => ({ ...group.key, algorithm })

/** How many times as much it costs as the cheapest, to three digits. */
const overLeast = ({ cost }: Entrant, [best]: readonly Entrant[]): number =>
  Number((cost / best!.cost).toPrecision(3))

function sideOf(side: Swept, shown: readonly Group[], manifest: Manifest) {
  const all = valuesIn(shown, side)
  const keys = all.map((one) => shown.find(({ key }) => side.read(key) === one)!.key)
  const numeric = all.every((one) => typeof one === 'number')
  return { title: side.title, numeric, all, labels: keys.map((key) => side.labelOf(key, manifest)) }
}

/** Wrappers compete for each algorithm that is in some; where there are no wrappers, algorithms do. */
function entrantsOf({ groups, manifest }: Results, costsOf: (group: Group) => readonly number[]): Entrant[] {
  const wrapped = new Set(
    groups.filter(({ key }) => !isAlone(key.algorithm)).map(({ key }) => splitName(key.algorithm).innermost),
  )
  return groups.flatMap((group): Entrant[] => {
    const { algorithm } = group.key
    const { innermost } = splitName(algorithm)
    const costs = costsOf(group)
    if (costs.length === 0 || (wrapped.size > 0 && !wrapped.has(innermost))) return []
    const name = wrapped.size > 0 ? wrapperWords(algorithm) : headingOf(group.key, 'algorithm', manifest)
    const key = { ...group.key, algorithm: wrapped.size > 0 ? innermost : '' }
    return [{ group: { ...group, key }, name, algorithm, cost: quantile(costs, 0.5) }]
  })
}

/** The cheapest first; of those that cost the same, the first of the sweep. */
const ranked = (entrants: readonly Entrant[]): Entrant[] => [...entrants].sort((a, b) => a.cost - b.cost)

const cellOf = (key: Group['key'], sides: readonly [Swept, Swept]): string =>
  JSON.stringify([settingOf(key, sides), ...sides.map((side) => side.read(key))])

/** The manifest that knows algorithms inside wrappers by their own names. */
const manifestInside = (manifest: Manifest): Manifest => ({
  ...manifest,
  algorithms: manifest.algorithms.map((one) => ({
    ...one,
    name: splitName(one.name).innermost,
    title: splitName(one.title).innermost,
  })),
})

const slug = ({ name }: Swept): string => name.replaceAll(/[:_]/g, '-')
