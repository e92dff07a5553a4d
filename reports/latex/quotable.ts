import { answer } from '../answer/answer.ts'
import { claimVerdicts } from '../claims/claim-verdicts.ts'
import { growthVerdicts } from '../growth/index.ts'
import { comparisons } from '../statistics/comparison.ts'
import { describe } from '../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../statistics/groups.ts'
import { intervalsOf } from '../statistics/intervals.ts'
import { normalised } from '../statistics/normalised.ts'
import type { ShownMeasure } from '../statistics/row-claims.ts'
import { tightness } from '../statistics/tightness.ts'
import type { Piece } from '../tables/cell.ts'
import type { Keys } from './keys.ts'

/** Something worth quoting, by the key that asks for it. */
type Quotable = readonly [key: string, value: Exclude<Piece, null>]

type Found = readonly (readonly [key: string, value: Piece])[]

/** Every number of the results that is worth quoting, each under its own key. */
export function quotables(results: Results, keys: Keys): Quotable[] {
  const found: Found = [
    ...ofSweep(results),
    ...results.groups.flatMap((group) => ofGroup(results, group, keys)),
    ...ofClaims(results, keys),
    ...ofComparisons(results, keys),
    ...ofGrowth(results, keys),
    ...ofTightness(results, keys),
  ]
  return found.filter((entry): entry is Quotable => entry[1] !== null)
}

function ofSweep(results: Results): Found {
  const { manifest, rows, groups } = results
  const { experiment, versions, codeHash, command } = manifest
  return [
    ['title', experiment.title],
    ['question', experiment.question],
    ['answer', { prose: answer(results).text }],
    ['runs', rows.length],
    ['groups', groups.length],
    ['replicates', experiment.replicates],
    ['seed', { prose: String(experiment.seed) }],
    ['version', versions.admissible],
    ['code', codeHash.slice(0, 12)],
    ['command', command],
  ]
}

function ofGroup({ manifest }: Results, group: Group, keys: Keys): Found {
  const place = `${keys.setting(group.key)}/${group.key.n}`
  const about = (measure: ShownMeasure): Found => {
    const d = describe(valuesOf(group.complete, measure))
    if (d === null) return []
    const { mean, median } = intervalsOf(manifest, group, measure)
    const ratio = normalised(group, measure, manifest)
    const fields: Readonly<Record<string, number | null>> = {
      mean: d.mean,
      sd: d.sd,
      min: d.min,
      median: d.median,
      max: d.max,
      'ci-low': d.interval?.low ?? null,
      'ci-high': d.interval?.high ?? null,
      'mean-low': mean?.low ?? null,
      'mean-high': mean?.high ?? null,
      'median-low': median?.low ?? null,
      'median-high': median?.high ?? null,
      'bound-ratio': ratio?.ratios.max ?? null,
    }
    return Object.entries(fields).map(([name, value]) => [`${place}/${measure}/${name}`, value] as const)
  }
  return [[`${place}/runs`, group.complete.length], ...about('messages'), ...about('time')]
}

function ofClaims(results: Results, keys: Keys): Found {
  const verdicts = claimVerdicts(results)
  const number = (wanted: string) => verdicts.filter(({ verdict }) => verdict === wanted).length
  return [
    ['claims', verdicts.length],
    ['claims/held', number('held')],
    ['claims/violated', number('violated')],
    ['claims/not-tested', number('not tested')],
    ...verdicts.flatMap(({ algorithm, claim, verdict, judged, violations, extreme }): Found => {
      const place = `${keys.algorithm(algorithm.name)}/claim/${algorithm.claims.indexOf(claim) + 1}`
      return [
        [`${place}/text`, { claim }],
        [`${place}/verdict`, verdict],
        [`${place}/runs`, judged.length],
        [`${place}/violations`, violations.length],
        [`${place}/ratio`, extreme?.ratio ?? null],
        [`${place}/evidence`, extreme?.row.evidence ?? null],
      ]
    }),
  ]
}

function ofComparisons(results: Results, keys: Keys): Found {
  return comparisons(results).flatMap(({ key, other, measure, ratio, interval, ...counts }): Found => {
    const place = `${keys.algorithm(other)}/against/${keys.setting(key)}/${key.n}/${measure}`
    return [
      [`${place}/ratio`, ratio],
      [`${place}/ratio-low`, interval?.low ?? null],
      [`${place}/ratio-high`, interval?.high ?? null],
      [`${place}/less`, counts.wins],
      [`${place}/same`, counts.ties],
      [`${place}/more`, counts.losses],
    ]
  })
}

/** Of one kind of network each; several together have no key. */
function ofGrowth(results: Results, keys: Keys): Found {
  return growthVerdicts(results).flatMap(({ key, topologies, measure, assessment }): Found => {
    if (assessment === null || topologies.length > 1) return []
    const { kind, contenders, exponent } = assessment
    const place = `${keys.setting(key)}/growth/${measure}`
    return [
      [`${place}/verdict`, kind],
      [`${place}/class`, { formula: contenders[0]!.text }],
      [`${place}/support`, contenders[0]!.share],
      [`${place}/exponent`, exponent.value],
      [`${place}/exponent-low`, exponent.low],
      [`${place}/exponent-high`, exponent.high],
    ]
  })
}

function ofTightness(results: Results, keys: Keys): Found {
  return tightness(results).flatMap(({ row, measure, cost, bound, ratio, evidence }): Found => {
    const place = `${keys.setting(row, 'delay')}/worst/${row.n}/${measure}`
    return [
      [`${place}/cost`, cost],
      [`${place}/bound`, bound],
      [`${place}/ratio`, ratio],
      [`${place}/evidence`, evidence],
    ]
  })
}
