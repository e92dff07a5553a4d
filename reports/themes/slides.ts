import { blog } from './blog.ts'
import type { Look } from './look.ts'

/** For a slide of 16:9, to be read from the back row: text of a thirtieth of its height, thick lines. */
export const slides: Look = {
  ...blog,
  name: 'slides',
  page: { width: 1280, height: 720, padding: 28 },
  scale: 1.9,
  sizes: { title: 36, subtitle: 21, header: 25, axisTitle: 24, axis: 23, legend: 24, label: 23 },
  panels(count) {
    if (count === 1) return { columns: 1, height: 400 }
    if (count <= 4) return { columns: count, height: 340 }
    return { columns: count <= 6 ? 3 : 4, height: 150 }
  },
}
