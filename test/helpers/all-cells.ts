import type { Cell } from '../../engine/index.ts'
import { cellsOf } from '../../experiments/grid/cells.ts'

/** All cells of a grid at once. */
export const allCells = (grid: Parameters<typeof cellsOf>[0]): Cell[] => [...cellsOf(grid)]
