/**
 * The door of the cell: one point of a sweep, what runs it, and how its row and its manifest read. Nothing behind it
 * uses Node, so that a page runs cells too; reports see nothing else of the experiments.
 */

export { CellBuilder } from './builder.ts'
export type { CellBudget } from './cell-budget.ts'
export type { ClaimData } from './claim-data.ts'
export { type ExperimentData, gridDimensions, type UntilCi, type ZippedDimension } from './experiment-data.ts'
export type { FinishedCell, IndexedCell } from './finished-cell.ts'
export type { AlgorithmData, Manifest } from './manifest.ts'
export { moduleOf, placeModule, placeOf, recordedModule } from './module-of.ts'
export { oneLine } from './one-line.ts'
export {
  type FamilyData,
  knowFamilies,
  ownFamilies,
  placeFamilies,
  type SpecsByKind,
  typedSpec,
  wrapperNames,
} from './own-families.ts'
export * from './parameters.ts'
export type { RecordSink } from './record-cell.ts'
export { prepareOnMemory, type RegistersResult, runRegistersCell } from './registers/run.ts'
export * from './row.ts'
export type { RowPlace } from './row-place.ts'
export { runCell } from './run-cell.ts'
export { runPrepared } from './run-prepared.ts'
export { type RunVerdict, shownVerdict, verdictColumns } from './run-verdict.ts'
export { safetySentence } from './safety-sentence.ts'
export { type Shard, shardName } from './shard.ts'
export { sharedCell, sharedMemory } from './shared-memory/cell.ts'
export { moduleOfShared, type SharedRecordSink } from './shared-memory/record.ts'
export { runSharedCell, type SharedResult } from './shared-memory/run.ts'
export { insideOf, shellOf } from './shared-memory/shell.ts'
export { stabilisingIn, stabilisingShell } from './stabilisation/shell.ts'
export { unmeasured } from './unmeasured.ts'
export { type Constraint, readConstraint, satisfies } from './where.ts'
export { noWorstCases, type WorstCases, worstSizes } from './worst-cases/asked.ts'
export { assertHasSchedules } from './worst-cases/find.ts'
export { assertHasForcedCase } from './worst-cases/forced.ts'
export { recordForced } from './worst-cases/record-forced.ts'
