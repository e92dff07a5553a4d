import type { Look } from './look.ts'
import { ramp } from './ramp.ts'

/**
 * For one column of a paper: 3.3 inches wide, its text of 8 points. Printed in grey, series are told apart by the
 * shape of their points and by lightness. The title is left to the caption.
 */
export const paper: Look = {
  name: 'paper',
  unit: 'pt',
  page: { width: 3.3 * 72, height: null, tallest: 8 * 72, padding: 2 },
  titled: false,
  scale: 0.64,
  sizes: { title: 9, subtitle: 8, header: 8, axisTitle: 8, axis: 8, legend: 8, label: 8 },
  ink: {
    text: '#000000',
    muted: '#4d4d4d',
    bound: '#000000',
    axis: '#808080',
    grid: '#e3e3e3',
    violated: '#b00020',
    paper: '#ffffff',
  },
  // Light enough for a dashed bound to be seen on a line.
  series: [
    { colour: '#1f6fb2', text: '#185a91', shape: 'circle' },
    { colour: '#e0701a', text: '#9a4708', shape: 'square' },
    { colour: '#006b55', text: '#005a48', shape: 'triangle-up' },
    { colour: '#c2577f', text: '#9a3a5f', shape: 'diamond' },
    { colour: '#7a4a1e', text: '#643c17', shape: 'triangle-down' },
    { colour: '#4590cf', text: '#2469a0', shape: 'cross' },
    { colour: '#4d4d4d', text: '#404040', shape: 'triangle-right' },
    { colour: '#7f8624', text: '#5d6214', shape: 'triangle-left' },
  ],
  ramp: ramp(9),
  panels(count) {
    if (count === 1) return { columns: 1, height: 130 }
    if (count <= 3) return { columns: 1, height: 90 }
    return { columns: 2, height: 96 }
  },
}
