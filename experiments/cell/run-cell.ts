import type { AnyAlgorithm, Cell, PreparedCell } from '../../engine/index.ts'
import { worstCasesOf } from '../definition/worst-cases.ts'
import type { CellBuilder } from './builder.ts'
import type { Row } from './row.ts'
import { type CellContext, messageOf, runPrepared } from './run-prepared.ts'
import { unmeasured } from './unmeasured.ts'
import { finders } from './worst-cases/find.ts'
import { worstCaseRow } from './worst-cases/row.ts'
import type { WorstCaseFinder } from './worst-cases/worst-case.ts'

/**
 * Runs one cell; measures, judges and describes it. Whatever goes wrong is in the row; nothing is thrown, unless the
 * run is to be recorded and cannot be.
 */
export function runCell(
  algorithm: AnyAlgorithm,
  cell: Cell,
  context: CellContext & { readonly builder: CellBuilder },
): Row {
  const prepare = () => context.builder.prepare(algorithm, cell)
  if (cell.evidence !== undefined)
    return findWorstCase(finders[cell.evidence], algorithm, cell, prepare, context)
  return runPrepared(algorithm, cell, prepare, context)
}

/** The same for a cell whose worst case is asked for. */
function findWorstCase(
  find: WorstCaseFinder,
  algorithm: AnyAlgorithm,
  cell: Cell,
  prepare: () => PreparedCell,
  { experiment, worstCases = worstCasesOf() }: CellContext,
): Row {
  try {
    const prepared = prepare()
    const found = find(algorithm, prepared, cell, worstCases)
    return worstCaseRow(algorithm, cell, experiment, prepared.instance, found)
  } catch (error) {
    return unmeasured(cell, experiment, 'failed', messageOf(error))
  }
}
