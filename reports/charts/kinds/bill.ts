import { type ParameterValues, splitName } from '../../../engine/index.ts'
import type { Row } from '../../../experiments/cell/index.ts'
import { distinct, groupBy } from '../../group-by.ts'
import type { Group, Results } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { caption } from '../../wording/captions.ts'
import { circumstance, dimensions, headingOf, specOf } from '../../wording/dimensions.ts'
import { count, figure } from '../../wording/numbers.ts'
import { titled } from '../../wording/titles.ts'
import { isAlone, wrapperWords } from '../../wording/wrapper-words.ts'
import { seriesMax, slug } from '../data/chart-plan.ts'
import { addsUp, sentOf, typesOf } from '../data/message-types.ts'
import { costliest, keyColumns, measuredOf, type Observation } from '../data/observations.ts'
import { ofSize } from '../data/swept-groups.ts'
import { stackChart } from '../forms/stack-chart.ts'
import type { Chart } from '../sheet/chart.ts'
import { ratioScale } from '../sheet/scales.ts'
import type { ChartKind } from './chart-kind.ts'
import { n, sizeOf, where } from './parameters.ts'

/** What wrappers send for an algorithm. */
const carried = 'carried'

/**
 * What a wrapper costs at one size: the messages of the algorithm inside, then those of control, and what is claimed. The
 * algorithm alone, where it was run, too, is shown beside it: it carries all that it sends.
 */
export const bill: ChartKind = {
  name: 'bill',
  summary: 'what a wrapper costs: the messages that it carries, those of control, and the claim, at one size',
  parameters: {
    n,
    per: {
      kind: 'text',
      choices: ['run', 'carried'],
      default: 'run',
      description: 'messages of a run, or for each message that is carried',
    },
    where,
  },
  draw: (results, look, values) => draw(results, values, look),
}

/** A chart for each algorithm that is in wrappers. */
function draw(results: Results, values: ParameterValues, look: Look): Chart[] {
  const groups = ofSize(results.groups, sizeOf(values)).filter(({ complete }) =>
    complete.some((row) => partOf(row, carried) > 0),
  )
  const byAlgorithm = [...groupBy(groups, ({ key }) => splitName(key.algorithm).innermost)].filter(
    ([, members]) => members.some(({ key }) => !isAlone(key.algorithm)),
  )
  return byAlgorithm.flatMap(([innermost, members]) =>
    drawOne({ ...results, groups: members }, byAlgorithm.length > 1 ? innermost : null, values, look),
  )
}

function drawOne(
  { groups, manifest, numbers }: Results,
  innermost: string | null,
  values: ParameterValues,
  look: Look,
): Chart[] {
  const size = sizeOf(values)
  const each = values.per === 'carried'
  const types = distinct([carried, ...groups.flatMap(({ complete }) => complete.flatMap(partsOf))])
  if (groups.length === 0 || types.length > seriesMax) return []
  const varied = dimensions.filter((one) => new Set(groups.map(({ key }) => specOf(key, one))).size > 1)
  const sizes = distinct(groups.map(({ key }) => key.n))
  const panelOf = ({ key }: Group) =>
    [
      ...varied.filter((one) => one !== 'algorithm').map((one) => headingOf(key, one, manifest)),
      ...(sizes.length > 1 ? [`n = ${count(key.n)}`] : []),
    ].join(', ')
  const setting = [
    ...dimensions
      .filter((one) => one !== 'algorithm' && !varied.includes(one))
      .map((one) => circumstance(groups[0]!.key, one, manifest)),
    sizes.length === 1 ? `n = ${count(sizes[0]!)}` : '',
  ]
  const unit = each ? 'messages for each that is carried' : 'messages of a run'
  const marks = [`Each bar: ${unit}, on average, by type; tick: as claimed`]
  const bars = groups.map((group) => ({ group, ...billOf(group, types, each) }))
  return stackChart(
    {
      name: [
        'bill',
        each ? 'per-carried' : [],
        innermost === null ? [] : slug(innermost),
        size === undefined ? [] : `n-${size}`,
      ]
        .flat()
        .join('-'),
      title: titled(
        { groups, manifest },
        innermost === null ? 'bill of messages' : `bill of messages of ${titleOfInner(groups, manifest)}`,
      ),
      subtitle: [capitalised(setting.filter((word) => word !== '').join('; ')), marks[0]!],
      caption: caption({ marks, keys: groups.map(({ key }) => key), manifest }),
      data: bars.flatMap(({ group, parts, claim }) =>
        parts.map(
          ({ type, value }): Observation => ({
            ...keyColumns(group.key),
            runs: group.complete.length,
            type,
            messages_mean: value,
            claim_mean: claim,
            row: costliest(measuredOf(group.complete, 'messages', numbers)),
          }),
        ),
      ),
      axis: unit,
      scale: ratioScale(bars.flatMap(({ sum, claim }) => [sum, claim ?? 0])),
      types,
      bars: bars.map(({ group, parts, sum, claim }) => ({
        panel: panelOf(group),
        name: wrapperWords(group.key.algorithm),
        note: figure(sum),
        parts,
        claim,
        row: costliest(measuredOf(group.complete, 'messages', numbers)),
      })),
    },
    look,
  )
}

/** The mean of each type in the runs of a group, and of what is claimed. */
function billOf({ complete }: Group, types: readonly string[], each: boolean) {
  const total = (value: (row: Row) => number) => complete.reduce((all, row) => all + value(row), 0)
  const whole = each ? total((row) => partOf(row, carried)) : complete.length
  const parts = types.flatMap((type) => {
    const value = total((row) => partOf(row, type)) / whole
    return value === 0 ? [] : { type, value }
  })
  const claimed = complete.every(({ messages_claim }) => messages_claim !== null)
  const sum = parts.reduce((before, { value }) => before + value, 0)
  return { parts, sum, claim: claimed ? total((row) => row.messages_claim!) / whole : null }
}

/** Whether all its messages are of the algorithm inside: it is in no wrapper, or in one that sends nothing else. */
const carriesAll = (row: Row): boolean => isAlone(row.algorithm) || typesOf(row).length === 0

const partsOf = (row: Row): string[] => (carriesAll(row) ? [carried] : typesOf(row))

/** The messages of a type; none where they do not add up. */
function partOf(row: Row, type: string): number {
  if (carriesAll(row)) return type === carried ? (row.messages ?? 0) : 0
  return addsUp(row) ? sentOf(row, type) : 0
}

/** What the algorithm inside is called. */
function titleOfInner([group]: readonly Group[], manifest: Results['manifest']): string {
  return splitName(headingOf(group!.key, 'algorithm', manifest)).innermost
}
