import type { Look } from './look.ts'
import { paper } from './paper.ts'

/** The look of `paper` for a figure across both columns: 7 inches wide. */
export const paperWide: Look = {
  ...paper,
  name: 'paper-wide',
  page: { ...paper.page, width: 7 * 72 },
  panels(count) {
    if (count === 1) return { columns: 1, height: 200 }
    if (count === 2 || count === 4) return { columns: 2, height: 130 }
    return { columns: 3, height: 110 }
  },
}
