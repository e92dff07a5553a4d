import { fontFamily } from '../fonts/fonts.ts'
import type { Look } from './look.ts'

/** A look as a Vega-Lite configuration. */
export function vegaConfig({ sizes, ink, page, scale }: Look) {
  return {
    font: fontFamily,
    background: ink.paper,
    padding: page.padding,
    view: { stroke: null },
    // The figure has a description of its own; one for each mark would be half of the file.
    mark: { aria: false },
    title: {
      anchor: 'start',
      frame: 'bounds',
      fontSize: sizes.title,
      fontWeight: 600,
      color: ink.text,
      subtitleFontSize: sizes.subtitle,
      subtitleColor: ink.muted,
      subtitleLineHeight: 1.4 * sizes.subtitle,
      subtitlePadding: titleGaps.subtitle * scale,
      offset: titleGaps.below * scale,
    },
    axis: {
      labelFontSize: sizes.axis,
      titleFontSize: sizes.axisTitle,
      titleFontWeight: 'normal',
      titlePadding: axisGaps.title * scale,
      titleColor: ink.text,
      labelColor: ink.text,
      labelOverlap: false,
      labelFlush: false,
      labelLimit: 0,
      titleLimit: 0,
      labelPadding: axisGaps.label * scale,
      tickSize: axisGaps.tick * scale,
      tickWidth: scale,
      domainWidth: scale,
      gridWidth: scale,
      domainColor: ink.axis,
      tickColor: ink.axis,
      gridColor: ink.grid,
    },
    legend: {
      orient: 'top',
      direction: 'horizontal',
      labelFontSize: sizes.legend,
      labelColor: ink.text,
      labelLimit: 0,
      offset: 10 * scale,
    },
  } as const
}

/** Between the parts of an axis, in units of the look's scale. */
export const axisGaps = { tick: 5, label: 5, title: 9 } as const

/** Between the title and the subtitle, and below both, likewise. */
export const titleGaps = { subtitle: 5, below: 12 } as const
