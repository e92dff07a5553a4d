import { shortened, textWidth } from '../../fonts/text-width.ts'
import { distinct } from '../../group-by.ts'
import { type ClaimRatios, claimRatios, evidenceKinds } from '../../statistics/claim-ratios.ts'
import type { Results } from '../../statistics/groups.ts'
import { tightness as tightnessOf } from '../../statistics/tightness.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { boundLabel, claimText } from '../../wording/claim-text.ts'
import { measureWords } from '../../wording/measures.ts'
import { count, figure } from '../../wording/numbers.ts'
import { scopeSentences } from '../../wording/scope-sentences.ts'
import type { Observation } from '../data/observations.ts'
import { type EvidenceKind, evidenceKey } from '../forms/evidence-looks.ts'
import { tightnessLayers } from '../forms/tightness-layers.ts'
import { overhang } from '../sheet/axis.ts'
import type { Chart } from '../sheet/chart.ts'
import { onPages } from '../sheet/pages.ts'
import { chartOn, type Draft, type Heading } from '../sheet/panels.ts'
import type { Scale } from '../sheet/scale.ts'
import { ratioScale } from '../sheet/scales.ts'
import { sheetFor } from '../sheet/sheet.ts'
import type { ChartKind } from './chart-kind.ts'
import { where } from './parameters.ts'

/** No more bars than this. */
const barsMax = 40

/** How near costs come to each claimed bound: a bar for each claim, with a mark for each kind of evidence. */
export const tightness: ChartKind = {
  name: 'tightness',
  summary: 'a bar for each claim: the largest cost that was seen, divided by its bound',
  parameters: { where },
  about: () => [],
  draw,
  usual: ({ worstCases }, values) => (worstCases.length > 0 ? values : null),
}

function draw(results: Results, look: Look): Chart[] {
  const found = claimRatios(results)
  const all = found.filter(tells)
  const shown = all.slice(0, barsMax)
  if (shown.length === 0) return []
  const { manifest, groups } = results
  const names = distinct(shown.map(({ algorithm }) => algorithm.title))
  const only = names.length === 1
  const title = `${only ? `${names[0]}: how` : 'How'} near costs come to their bounds`
  const kinds = evidenceKinds.filter((kind) =>
    shown.some(({ ratios }) => ratios.some(({ evidence }) => evidence === kind)),
  )
  const marks = [
    'Each bar: the largest cost that was seen, divided by the bound; black mark: the bound, which is attained at 1 and violated beyond',
    kinds.length === 1
      ? `All costs are ${kinds[0]}`
      : `Marks: the largest ratio among ${kindWords(kinds)} costs`,
    all.length > barsMax ? `The first ${barsMax} of ${count(all.length)} claims` : '',
  ]
  const kept = found.length - all.length
  const leftOut =
    kept === 0
      ? ''
      : `Claims of exact costs that all runs keep are left out (${count(kept)}): their ratio is 1`
  const heading = {
    name: 'tightness',
    title,
    subtitle: marks,
    caption: caption({
      marks: [...marks, leftOut, ...scopeSentences(tightnessOf(results), manifest)],
      keys: groups.map(({ key }) => key),
      manifest,
    }),
    data: shown.flatMap((one) => records(one, results)),
  }
  const scale = ratioScale(shown.flatMap(({ ratios }) => ratios.map(({ ratio }) => ratio)))
  return onPages(shown, look, (some, fitting, page) =>
    draft({ ...heading, page }, some, { kinds, scale, results }, fitting),
  )
}

/** Whether a bar says more than that the claim holds, which of an exact cost it does in every run or is violated. */
const tells = ({ claim, ratios }: ClaimRatios): boolean =>
  claim.kind !== 'exactly' || ratios.some(({ violated }) => violated)

/** What all pages of the figure have in common. */
interface Whole {
  readonly kinds: readonly EvidenceKind[]
  readonly scale: Scale
  readonly results: Results
}

function draft(
  heading: Heading,
  shown: readonly ClaimRatios[],
  { kinds, scale, results }: Whole,
  look: Look,
): Draft {
  const names = distinct(shown.map(({ algorithm }) => algorithm.title))
  const only = names.length === 1 && heading.page === undefined
  const room = { left: overhang(scale, look), right: overhang(scale, look) }
  const lane = { header: 1.9 * look.sizes.header, label: 1.35 * look.sizes.label, bar: 11 * look.scale }
  const laneHeight = lane.label + lane.bar + 11 * look.scale
  const headed = names.map((name) => shown.findIndex(({ algorithm }) => algorithm.title === name))
  const top = (i: number) =>
    i * laneHeight + (only ? 0 : headed.filter((first) => first <= i).length * lane.header)
  const sheet = { ...sheetFor(1, look, room), height: Math.round(top(shown.length - 1) + laneHeight) }
  const placed = shown.map(withoutTies).map((one, i) => ({ one, y: top(i) + lane.label + lane.bar / 2 }))
  return chartOn(heading, {
    sheet,
    datasets: {
      bars: placed.flatMap(({ one, y }) => segments(one, y, results)),
      marks: placed.flatMap(({ one, y }) =>
        one.ratios.map(({ evidence, ratio, row }) => ({
          kind: evidence,
          value: ratio,
          y,
          row: results.numbers.get(row)!,
        })),
      ),
      labels: placed.map(({ one, y }) => ({
        bar: y,
        y: y - lane.bar / 2 - 0.35 * look.sizes.label,
        one: 1,
        ...labelsOf(one, sheet.width, look),
      })),
      headers: only
        ? []
        : names.map((name, i) => ({
            name: shortened(name, sheet.width, look.sizes.header, 'semibold'),
            y: top(headed[i]!) - 0.25 * look.sizes.header,
          })),
    },
    key: kinds.length > 1 ? evidenceKey(kinds, look) : [],
    panels: [{ header: '', layer: tightnessLayers(kinds, scale, lane.bar, sheet) }],
  })
}

/** The claim without a ratio that stronger evidence gives as well: the two marks would lie on each other. */
function withoutTies({ ratios, ...claim }: ClaimRatios): ClaimRatios {
  const same = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(a, b)
  const told = ratios.filter((one, i) => !ratios.slice(i + 1).some(({ ratio }) => same(ratio, one.ratio)))
  return { ...claim, ratios: told }
}

/** The bar from one kind of evidence to the next, and the part of it that is beyond the bound. */
function segments({ ratios }: ClaimRatios, y: number, { numbers }: Results): object[] {
  const ascending = [...ratios].sort((a, b) => a.ratio - b.ratio)
  return ascending.flatMap(({ evidence, ratio, row, violated }, i) => {
    const from = ascending[i - 1]?.ratio ?? 0
    const parts = ratio > 1 && from < 1 ? [[from, 1] as const, [1, ratio] as const] : [[from, ratio] as const]
    return parts.map(([low, high]) => ({
      kind: evidence,
      from: low,
      to: high,
      violated: violated && low >= 1,
      y,
      row: numbers.get(row)!,
    }))
  })
}

/** What stands above a bar: the claim at the left, the largest ratio and where it was seen at the right. */
function labelsOf(
  { claim, ratios }: ClaimRatios,
  width: number,
  { sizes, scale }: Look,
): { readonly claim: string; readonly note: string; readonly violated: boolean } {
  const best = ratios.reduce((a, b) => (b.ratio >= a.ratio ? b : a))
  const violated = ratios.some((one) => one.violated)
  const note = `${violated ? 'violated: ' : ''}${ratioText(best.ratio)} (${best.evidence}, n = ${count(best.row.n)})`
  const when = claim.when === null ? '' : `, when ${claim.when}`
  const left = width - textWidth(note, sizes.label, 'semibold') - 12 * scale
  const bound = ` ${boundLabel(claim)}${when}`
  // Rather than the bound, the words before it are cut.
  const words = shortened(measureWords(claim.measure), left - textWidth(bound, sizes.label), sizes.label)
  return { claim: shortened(`${words}${bound}`, left, sizes.label), note, violated }
}

/** The ratio to three digits. A ratio that only rounds to 1 is written as just under or just over 1. */
export function ratioText(ratio: number): string {
  const rounded = Number(ratio.toPrecision(3))
  if (rounded !== 1 || ratio === 1) return figure(rounded)
  return ratio < 1 ? 'just under 1' : 'just over 1'
}

function records({ algorithm, claim, ratios }: ClaimRatios, { numbers }: Results): Observation[] {
  return ratios.map(({ evidence, ratio, row, violated }) => ({
    algorithm: algorithm.name,
    measure: claim.measure,
    claim: claimText(claim),
    when: claim.when,
    evidence,
    ratio,
    violated: violated ? 'yes' : 'no',
    n: row.n,
    row: numbers.get(row)!,
  }))
}

const kindWords = (kinds: readonly string[]): string => `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}`
