import { blog } from './blog.ts'
import type { Look } from './look.ts'

/** The look of `blog` for a dark page. */
export const blogDark: Look = {
  ...blog,
  name: 'blog-dark',
  ink: {
    text: '#e8e6e3',
    muted: '#a5a29d',
    bound: '#d0cecb',
    axis: '#7a7a7a',
    grid: '#303030',
    violated: '#ff7a85',
    paper: '#181818',
  },
  series: [
    { colour: '#58b4f0', text: '#7cc4f4', shape: 'circle' },
    { colour: '#ff8a4c', text: '#ffa273', shape: 'square' },
    { colour: '#35c997', text: '#5bd6ad', shape: 'triangle-up' },
    { colour: '#e6a0cb', text: '#edb9d9', shape: 'diamond' },
    { colour: '#f0c04c', text: '#f4cf76', shape: 'triangle-down' },
    { colour: '#b3a2f5', text: '#c7bbf8', shape: 'cross' },
    { colour: '#c79a8b', text: '#d5b2a6', shape: 'triangle-right' },
    { colour: '#b5b5b5', text: '#c6c6c6', shape: 'triangle-left' },
  ],
  ramp: blog.ramp.toReversed(),
}
