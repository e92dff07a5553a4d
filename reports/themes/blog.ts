import type { Look } from './look.ts'
import { ramp } from './ramp.ts'

/**
 * Colours that people with every kind of colour vision can tell apart (after Okabe & Ito 2008), darkest first; those
 * that are too pale on white are darkened.
 */
const series = [
  { colour: '#0072b2', text: '#005a8c', shape: 'circle' },
  { colour: '#d55e00', text: '#a84a00', shape: 'square' },
  { colour: '#009e73', text: '#00694d', shape: 'triangle-up' },
  { colour: '#cc79a7', text: '#9c3f73', shape: 'diamond' },
  { colour: '#b87d00', text: '#8a5f00', shape: 'triangle-down' },
  { colour: '#3d97d0', text: '#1f6f9f', shape: 'cross' },
  { colour: '#8c564b', text: '#6b4038', shape: 'triangle-right' },
  { colour: '#595959', text: '#4d4d4d', shape: 'triangle-left' },
] as const

/** For a light page on a screen: 800 pixels wide, as a column of text is at most. */
export const blog: Look = {
  name: 'blog',
  unit: 'px',
  page: { width: 800, height: null, padding: 14 },
  titled: true,
  scale: 1,
  sizes: { title: 19, subtitle: 13, header: 14, axisTitle: 13, axis: 12.5, legend: 13, label: 12.5 },
  ink: {
    text: '#1a1a1a',
    muted: '#666666',
    bound: '#333333',
    axis: '#8c8c8c',
    grid: '#e8e8e8',
    violated: '#b3001e',
    paper: '#ffffff',
  },
  series,
  ramp: ramp(9),
  panels(count) {
    if (count === 1) return { columns: 1, height: 420 }
    if (count === 2) return { columns: 2, height: 300 }
    if (count === 4) return { columns: 2, height: 250 }
    return { columns: 3, height: 200 }
  },
}
