import type { Look } from './look.ts'
import { ramp } from './ramp.ts'

/**
 * For one column of a paper: 3.3 inches wide, its text of 8 points. Printed in grey, series are told apart by the
 * shape of their points and by lightness. The title is left to the caption.
 */
export const paper: Look = {
  name: 'paper',
  unit: 'pt',
  page: { width: 3.3 * 72, height: null, padding: 2 },
  titled: false,
  marked: true,
  scale: 0.64,
  sizes: { title: 9, subtitle: 8, header: 8, axisTitle: 8, axis: 8, legend: 8, label: 8 },
  ink: {
    text: '#000000',
    muted: '#4d4d4d',
    bound: '#262626',
    only: '#262626',
    axis: '#808080',
    grid: '#e3e3e3',
    violated: '#b00020',
    paper: '#ffffff',
  },
  series: [
    { colour: '#10305e', text: '#10305e', shape: 'circle' },
    { colour: '#e0701a', text: '#9a4708', shape: 'square' },
    { colour: '#00705a', text: '#005a48', shape: 'triangle-up' },
    { colour: '#6a1b6e', text: '#6a1b6e', shape: 'diamond' },
    { colour: '#2e7fc2', text: '#1b629b', shape: 'triangle-down' },
    { colour: '#7a4a1e', text: '#643c17', shape: 'cross' },
    { colour: '#c2577f', text: '#9a3a5f', shape: 'triangle-right' },
    { colour: '#4d4d4d', text: '#404040', shape: 'triangle-left' },
  ],
  ramp: ramp(9),
  panels(count) {
    if (count === 1) return { columns: 1, height: 130 }
    if (count <= 3) return { columns: 1, height: 90 }
    return { columns: 2, height: 96 }
  },
}
