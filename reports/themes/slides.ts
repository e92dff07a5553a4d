import { blog } from './blog.ts'
import type { Look } from './look.ts'

/**
 * For a slide of 16:9, to be read from the back row: text of a thirtieth of its height, which is 18 points on a slide
 * of 7.5 inches, and thick lines.
 */
export const slides: Look = {
  ...blog,
  name: 'slides',
  page: { width: 1280, height: 720, padding: 28 },
  scale: 1.9,
  sizes: { title: 36, subtitle: 24, header: 26, axisTitle: 24, axis: 24, legend: 24, label: 24 },
  panels(count) {
    if (count === 1) return { columns: 1, height: 400 }
    return { columns: Math.min(count, 3), height: 340 }
  },
}
