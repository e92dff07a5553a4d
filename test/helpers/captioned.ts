import type { Chart } from '../../reports/charts/sheet/chart.ts'

/** A figure of which only the words matter. */
export const captioned = (text: string): Chart => ({
  name: 'messages-against-n',
  title: text,
  caption: text,
  description: text,
  spec: {} as Chart['spec'],
  data: [],
})
