import { Catalogue, type Entry, type ParameterValues } from '../../../engine/index.ts'
import type { Results } from '../../statistics/groups.ts'
import type { ShownMeasure } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { readDivisor } from '../data/divisor.ts'
import type { Chart } from '../sheet/chart.ts'
import { againstDistance, type Distance } from './against-distance.ts'
import { againstN } from './against-n.ts'
import { byDelay } from './by-delay.ts'
import { byNetwork } from './by-network.ts'
import { byType } from './by-type.ts'
import { comparison } from './comparison.ts'
import { distribution } from './distribution.ts'
import { checkSides, heatMap } from './heat-map.ts'
import { overBound } from './over-bound.ts'
import { costRatio } from './ratio.ts'
import { tightnessBars } from './tightness-bars.ts'
import { worstCases } from './worst-cases.ts'

/** A kind of chart: what it shows, what it can be asked for, and how it is drawn. */
export interface ChartKind extends Entry {
  /** No chart at all where the results have nothing for it to show. */
  readonly draw: (results: Results, look: Look, values: ParameterValues) => readonly Chart[]
  /** Throws an InputError for values that are right one by one and yet cannot be. */
  readonly check?: (values: ParameterValues) => void
}

const measure = {
  kind: 'text',
  description: 'the cost: messages or time',
  choices: ['messages', 'time'],
  default: 'messages',
} as const
const measureOf = (values: ParameterValues) => values.measure as ShownMeasure
const textOf = (value: number | string | undefined) => value as string | undefined

const size = {
  kind: 'integer',
  min: 1,
  description: 'the number of processors; the largest, if left out',
} as const
const sizeOf = ({ n }: ParameterValues) => n as number | undefined

/** All kinds of charts, in the order in which a report shows them. */
export const chartKinds = new Catalogue<ChartKind>('chart', [
  {
    name: 'worst-case',
    summary: 'the largest known costs against n: sampled, searched and exact, with the bound',
    parameters: { measure },
    draw: (results, look, values) => worstCases(results, measureOf(values), look),
  },
  {
    name: 'tightness',
    summary: 'a bar for each claim: the largest cost that was seen, divided by its bound',
    parameters: {},
    draw: tightnessBars,
  },
  {
    name: 'against-n',
    summary: 'a cost against the number of processors, with its bounds',
    parameters: { measure },
    draw: (results, look, values) => againstN(results, measureOf(values), look),
  },
  {
    name: 'over-bound',
    summary: 'the flat-line test: a cost divided by its bound, against the number of processors',
    parameters: {
      measure,
      formula: {
        kind: 'text',
        description: 'what to divide by instead, in n, m, D and ecc: n log2(n)',
      },
    },
    check: ({ formula }) => {
      if (formula !== undefined) readDivisor(String(formula))
    },
    draw: (results, look, values) => {
      const formula = textOf(values.formula)
      return overBound(results, measureOf(values), formula === undefined ? null : readDivisor(formula), look)
    },
  },
  {
    name: 'by-network',
    summary: 'a cost on networks of one size each, such as those from files: a row for each',
    parameters: { measure },
    draw: (results, look, values) => byNetwork(results, measureOf(values), look),
  },
  {
    name: 'against-distance',
    summary: 'time against the eccentricity of the root or the diameter, all networks and sizes together',
    parameters: {
      distance: {
        kind: 'text',
        description: 'eccentricity (of the root) or diameter',
        choices: ['eccentricity', 'diameter'],
        default: 'eccentricity',
      },
    },
    draw: (results, look, { distance }) => againstDistance(results, distance as Distance, look),
  },
  {
    name: 'by-delay',
    summary: 'how sensitive a cost is to delays: a row for each distribution, ordered by median',
    parameters: { measure: { ...measure, default: 'time' }, n: size },
    draw: (results, look, values) => byDelay(results, measureOf(values), sizeOf(values), look),
  },
  {
    name: 'comparison',
    summary: 'algorithms compared on the same instances: ratios of their costs, with intervals',
    parameters: { measure, n: size },
    draw: (results, look, values) => comparison(results, measureOf(values), sizeOf(values), look),
  },
  {
    name: 'ratio',
    summary: 'a cost relative to the first algorithm’s on the same instances, against n',
    parameters: { measure },
    draw: (results, look, values) => costRatio(results, measureOf(values), look),
  },
  {
    name: 'by-type',
    summary: 'what messages are: the share of each type, at one size',
    parameters: { n: size },
    draw: (results, look, values) => byType(results, sizeOf(values), look),
  },
  {
    name: 'distribution',
    summary: 'how a cost is distributed over the runs of one size',
    parameters: { measure, n: size },
    draw: (results, look, values) => distribution(results, measureOf(values), sizeOf(values), look),
  },
  {
    name: 'heat-map',
    summary: 'a cost over two things that the sweep varies, by colour',
    parameters: {
      x: {
        kind: 'text',
        description: 'n, topology, delay, wakeup, inputs, algorithm, or a number in specs: gnp:degree',
      },
      y: { kind: 'text', description: 'the same, for the upright side' },
      measure,
      value: {
        kind: 'text',
        description: 'the median of the runs, or their median cost / bound',
        choices: ['median', 'over-bound'],
        default: 'median',
      },
    },
    check: (values) => checkSides({ x: textOf(values.x), y: textOf(values.y) }),
    draw: (results, look, values) =>
      heatMap(results, look, {
        x: textOf(values.x),
        y: textOf(values.y),
        measure: measureOf(values),
        value: values.value as 'median' | 'over-bound',
      }),
  },
])
