import { type Group, type Results, valuesOf } from '../statistics/groups.ts'
import type { ShownMeasure } from '../statistics/row-claims.ts'
import { divided } from './data/divisor.ts'
import { sweptIn, valuesIn } from './data/swept.ts'
import { speaksOf } from './kinds/against-distance.ts'
import { isOneDistribution } from './kinds/distribution.ts'

/** The charts of a report that is asked for none in particular; those that have nothing to show are not drawn. */
export function usualCharts(results: Results): string[] {
  const both = (spec: string) => [spec, `${spec}:measure=time`]
  return [
    ...both('worst-case'),
    ...(results.worstCases.length > 0 ? ['tightness'] : []),
    'against-n',
    'by-network',
    'against-n:measure=time',
    ...(['eccentricity', 'diameter'] as const).flatMap((distance) =>
      results.groups.some((group) => speaksOf(group, distance))
        ? [`against-distance:distance=${distance}`]
        : [],
    ),
    'by-network:measure=time',
    'by-delay',
    ...(['messages', 'time'] as const).flatMap((measure) =>
      approachesBound(results, measure) ? [`over-bound:measure=${measure}`] : [],
    ),
    'ratio',
    ...both('comparison'),
    ...(['messages', 'time'] as const).flatMap((measure) =>
      isOneDistribution(results, measure) ? [`distribution:measure=${measure}`] : [],
    ),
    ...numericMap(results),
  ]
}

/** Whether costs differ from what is claimed of them: where they are the same, one more chart would say so again. */
function approachesBound({ groups, numbers }: Results, measure: ShownMeasure): boolean {
  return groups.some((group) => divided(group, measure, null, numbers).some(({ value }) => value !== 1))
}

/** A heat map where two numbers are varied, of which one at least stands in specs. */
function numericMap({ groups }: Results): string[] {
  const measured = groups.filter(({ complete }: Group) => valuesOf(complete, 'messages').length > 0)
  const numbers = sweptIn(measured).filter(
    (swept) => (swept.name === 'n' || swept.parameter !== null) && valuesIn(measured, swept).length >= 3,
  )
  const [x, y] = numbers
  if (x === undefined || y === undefined) return []
  return [`heat-map:x=${x.name},y=${y.name}`, `heat-map:x=${x.name},y=${y.name},measure=time`]
}
