import {
  didYouMean,
  InputError,
  type Measure,
  measureParts,
  type ParameterValues,
} from '../../../engine/index.ts'
import { type Group, type Results, valuesOf } from '../../statistics/groups.ts'
import type { AskedPlan } from '../data/chart-plan.ts'
import { quantityNamed } from '../data/quantity.ts'
import { sweptNamed } from '../data/swept.ts'
import { sweptGroups } from '../data/swept-groups.ts'
import type { AskedScale } from '../sheet/size-scale.ts'

/** The parameter of all charts that show a cost. */
export const measure = {
  kind: 'text',
  description: 'the cost: messages, time, bits, messages:TYPE, time:MARK, response, bypass, …, column:NAME',
  default: 'messages',
} as const

export const measureOf = (values: ParameterValues): Measure => values.measure as Measure

/** Throws an InputError unless the values name a cost. */
export function checkMeasure(kind: string, { measure }: ParameterValues): void {
  const name = String(measure)
  if (measureParts(name) !== null) return
  const known = [
    'messages',
    'time',
    'bits',
    'bits:max',
    'messages:TYPE',
    'time:MARK',
    'time-first:MARK',
    'time-after-gst:MARK',
    'column:NAME',
  ]
  throw new InputError(
    `chart ${kind}: measure=${name} is no cost${didYouMean(name, known) || `; there are ${known.join(', ')}`}`,
  )
}

/** The parameter of all charts that leaves points of the sweep out. */
export const where = {
  kind: 'text',
  description: 'only the points that satisfy it: wakeup_k>=4 & delay=exponential',
} as const

const asked = ['auto', 'log', 'linear'] as const

/** The parameters of charts whose groups are told apart by colour and by panel. */
export const facets = {
  series: {
    kind: 'text',
    description:
      'what colours tell apart: n, algorithm, topology, delay, wakeup, inputs, or a parameter: wakeup_k',
  },
  panel: { kind: 'text', description: 'the same for panels' },
} as const

/** The parameters of charts of lines. */
export const axes = {
  x: {
    kind: 'text',
    description:
      'the level axis: n, m, D, ecc, a parameter such as topology_degree or gnp:degree, a cost, column:NAME',
    default: 'n',
  },
  ...facets,
  xscale: { kind: 'text', description: 'of the level axis', choices: asked, default: 'auto' },
  yscale: { kind: 'text', description: 'of the upright axis', choices: asked, default: 'auto' },
} as const

const { series: _, ...withoutSeries } = axes

/** The same where colours tell algorithms apart in any case. */
export const ratioAxes = withoutSeries

export const scalesOf = ({ xscale, yscale }: ParameterValues): { x: AskedScale; y: AskedScale } => ({
  x: xscale as AskedScale,
  y: yscale as AskedScale,
})

/** What is asked for along the axis, by colour and by panel. */
export function planOf({ x = 'n', series, panel }: ParameterValues): AskedPlan {
  const swept = (name: number | string | undefined) => (name === undefined ? null : sweptNamed(String(name)))
  return { x: quantityNamed(String(x)), series: swept(series), panel: swept(panel) }
}

/**
 * What a chart of lines is about: against n, the groups whose sizes were swept, since others are by network; against
 * anything else, all that were measured.
 */
export function sweptAbout(results: Results, values: ParameterValues): readonly Group[] {
  const measure = measureOf(values)
  if (values.x === 'n') return sweptGroups(results, measure)
  return results.groups.filter(({ complete }) => valuesOf(complete, measure).length > 0)
}

/** Throws an InputError unless a parameter names a quantity, or something else that is read by its name. */
export function checkQuantity(
  kind: string,
  key: string,
  name: string,
  read: (name: string) => unknown = quantityNamed,
): void {
  try {
    read(name)
  } catch (error) {
    throw error instanceof InputError ? new InputError(`chart ${kind}: ${key}: ${error.message}`) : error
  }
}

/** Throws an InputError unless cost, axis, colours and panels make sense. */
export function checkAxes(kind: string, values: ParameterValues): void {
  checkMeasure(kind, values)
  for (const key of ['x', 'series', 'panel'] as const)
    if (values[key] !== undefined)
      checkQuantity(kind, key, String(values[key]), key === 'x' ? quantityNamed : sweptNamed)
  const given = [values.x, values.series, values.panel].filter((name) => name !== undefined)
  const twice = given.find((name, i) => given.indexOf(name) < i)
  if (twice !== undefined)
    throw new InputError(`chart ${kind}: ${twice} cannot be two of x, series and panel at once`)
}

/** The parameter of charts that show one size. */
export const n = {
  kind: 'integer',
  min: 1,
  description: 'the number of processors; the largest, if left out',
} as const

export const sizeOf = (values: ParameterValues): number | undefined => values.n as number | undefined

/** The value of a text parameter that may be left out. */
export const textOf = (value: number | string | undefined): string | undefined => value as string | undefined
