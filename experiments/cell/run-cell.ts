import {
  type AnyAlgorithm,
  type AnySharedAlgorithm,
  type Cell,
  isOnMemory,
  type StabilisingAlgorithm,
} from '../../engine/index.ts'
import type { CellBuilder } from './builder.ts'
import { runRegistersCell } from './registers/run.ts'
import type { Row } from './row.ts'
import { type CellContext, messageOf, runPrepared } from './run-prepared.ts'
import { runSharedCell } from './shared-memory/run.ts'
import { insideOf } from './shared-memory/shell.ts'
import { sharedWorstCaseRow } from './shared-memory/worst-case.ts'
import { runStabilisingCell } from './stabilisation/run.ts'
import { stabilisingIn } from './stabilisation/shell.ts'
import { unmeasured } from './unmeasured.ts'
import { noWorstCases } from './worst-cases/asked.ts'
import { finders } from './worst-cases/find.ts'
import { worstCaseRow } from './worst-cases/row.ts'
import type { WorstCaseFinder } from './worst-cases/worst-case.ts'

interface BuildingContext extends CellContext {
  readonly builder: CellBuilder
}

/**
 * Runs one cell; measures, judges and describes it. Whatever goes wrong is in the row; nothing is thrown, unless the
 * run is to be recorded and cannot be.
 */
export function runCell(algorithm: AnyAlgorithm, cell: Cell, context: BuildingContext): Row {
  const shared = insideOf(algorithm)
  if (shared !== null) return runShared(shared, cell, context)
  const stabilising = stabilisingIn(algorithm)
  if (stabilising !== null) return runStabilising(stabilising, cell, context)
  if (isOnMemory(algorithm)) return runRegisters(algorithm, cell, context)
  if (cell.evidence !== undefined) return findWorstCase(finders[cell.evidence], algorithm, cell, context)
  return runPrepared(algorithm, cell, () => context.builder.prepare(algorithm, cell), context)
}

/** The same for an algorithm for shared memory. */
function runShared(
  algorithm: AnySharedAlgorithm,
  cell: Cell,
  { experiment, worstCases = noWorstCases }: BuildingContext,
): Row {
  try {
    if (cell.evidence !== undefined) return sharedWorstCaseRow(algorithm, cell, experiment, worstCases)
    return runSharedCell(algorithm, cell, { experiment }).row
  } catch (error) {
    return unmeasured(cell, experiment, 'failed', messageOf(error))
  }
}

/** The same for an algorithm over registers. */
function runRegisters(algorithm: AnyAlgorithm, cell: Cell, { builder, experiment }: BuildingContext): Row {
  try {
    return runRegistersCell(algorithm, cell, { builder, experiment }).row
  } catch (error) {
    return unmeasured(cell, experiment, 'failed', messageOf(error))
  }
}

/** The same for a self-stabilising algorithm. */
function runStabilising(
  algorithm: StabilisingAlgorithm,
  cell: Cell,
  { experiment, worstCases = noWorstCases }: BuildingContext,
): Row {
  try {
    return runStabilisingCell(algorithm, cell, experiment, worstCases)
  } catch (error) {
    return unmeasured(cell, experiment, 'failed', messageOf(error))
  }
}

/** The same for a cell whose worst case is asked for. */
function findWorstCase(
  find: WorstCaseFinder,
  algorithm: AnyAlgorithm,
  cell: Cell,
  { builder, experiment, worstCases = noWorstCases }: BuildingContext,
): Row {
  try {
    const prepared = builder.prepareInstance(algorithm, cell)
    const found = find(algorithm, prepared, cell, worstCases)
    return worstCaseRow(algorithm, cell, experiment, prepared.instance, found)
  } catch (error) {
    return unmeasured(cell, experiment, 'failed', messageOf(error))
  }
}
