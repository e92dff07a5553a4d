import { shortened, textWidth, wrapText } from '../../fonts/text-width.ts'
import type { Look } from '../../themes/look.ts'
import { axisGaps } from '../../themes/vega-config.ts'
import type { Scale } from './scale.ts'

/** The room that an upright axis takes: its ticks, their labels and its title of so many lines. */
export function axisRoom({ labels }: Scale, { scale, sizes }: Look, lines = 1): number {
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, sizes.axis)))
  // Vega leaves two units between the lines of a title.
  const title = lines === 0 ? 0 : axisGaps.title * scale + lines * (sizes.axisTitle + 2)
  return (axisGaps.tick + axisGaps.label) * scale + widest + title
}

/**
 * The title of an axis of this length, in one line or two. If it does not fit, it goes without its unit in parentheses,
 * which the caption gives as well.
 */
export function axisTitle(text: string, length: number, { sizes }: Look): string[] {
  const fits = (lines: readonly string[]) =>
    lines.length <= 2 && lines.every((line) => textWidth(line, sizes.axisTitle) <= length)
  const forms = [text, text.replace(/ \(.*\)$/, '')]
  const wrapped = forms.map((form) => wrapText(form, length, sizes.axisTitle))
  return wrapped.find(fits) ?? [shortened(forms[1]!, length, sizes.axisTitle)]
}

/** How far the last label of a level axis can stand out to the right. */
export function overhang({ labels }: Scale, { sizes }: Look): number {
  return textWidth(labels.at(-1) ?? '', sizes.axis) / 2
}

/** The same scale with as many ticks as have room beside one another: all, every second, every third, … */
export function thinnedTo(scale: Scale, width: number, { sizes, scale: unit }: Look): Scale {
  const half = scale.labels.map((label) => textWidth(label, sizes.axis) / 2)
  const kept = (step: number) => scale.ticks.flatMap((_, i) => (i % step === 0 ? [i] : []))
  const apart = (a: number, b: number) =>
    (scale.toUnit(scale.ticks[b]!) - scale.toUnit(scale.ticks[a]!)) * width >= half[a]! + half[b]! + 6 * unit
  let step = 1
  while (kept(step).some((at, i, all) => i > 0 && !apart(all[i - 1]!, at))) step++
  const read = <T>(of: readonly T[]): T[] => kept(step).map((i) => of[i]!)
  const ticks = read(scale.ticks)
  const dropped = step === 1 ? [] : scale.ticks.filter((tick) => !ticks.includes(tick))
  return { ...scale, ticks, labels: read(scale.labels), minor: [...scale.minor, ...dropped] }
}

/** The axis properties of a scale. */
export function axisOf(
  { ticks, labels, minor }: Scale,
  title: string | readonly string[] | null,
  { scale }: Look,
): Readonly<Record<string, unknown>> {
  // Vega would write all labels with the prefix of the largest: 0.1k for 100.
  const written = JSON.stringify(Object.fromEntries(ticks.map((tick, i) => [tick, labels[i]])))
  const labelExpr = `(${written})[datum.value]`
  if (minor.length === 0) return { values: ticks, labelExpr, title, grid: true }
  const labelled = `indexof(${JSON.stringify(ticks)}, datum.value) >= 0`
  const short = (full: number, value: number) => ({ condition: { test: labelled, value: full }, value })
  return {
    values: [...ticks, ...minor].sort((a, b) => a - b),
    labelExpr: `${labelExpr} || ''`,
    title,
    grid: true,
    gridOpacity: short(1, 0),
    tickSize: short(axisGaps.tick * scale, 0.5 * axisGaps.tick * scale),
  }
}
