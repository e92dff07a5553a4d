import { fontFamily } from '../render/fonts.ts'

/** Font sizes in pixels. */
export const sizes = {
  title: 19,
  subtitle: 13,
  header: 14,
  axisTitle: 13,
  axis: 12.5,
  legend: 13,
  label: 12.5,
} as const

export const ink = {
  text: '#1a1a1a',
  muted: '#666666',
  bound: '#333333',
  axis: '#999999',
  grid: '#e8e8e8',
} as const

/** The look that all charts share, as a Vega-Lite configuration. */
export const theme = {
  font: fontFamily,
  background: '#ffffff',
  padding: 14,
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
    subtitleLineHeight: 18,
    subtitlePadding: 5,
    offset: 12,
  },
  axis: {
    labelFontSize: sizes.axis,
    titleFontSize: sizes.axisTitle,
    titleFontWeight: 'normal',
    titlePadding: 9,
    titleColor: ink.text,
    labelColor: ink.text,
    labelOverlap: false,
    labelFlush: false,
    labelLimit: 0,
    titleLimit: 0,
    labelPadding: 5,
    domainColor: ink.axis,
    tickColor: ink.axis,
    gridColor: ink.grid,
  },
  legend: {
    orient: 'top',
    direction: 'horizontal',
    title: null,
    labelFontSize: sizes.legend,
    labelColor: ink.text,
    labelLimit: 0,
    columnPadding: 22,
    rowPadding: 5,
    symbolSize: 110,
    symbolOpacity: 1,
    offset: 10,
  },
} as const
