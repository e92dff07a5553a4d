/** Recorded executions in files. */

export * from './file-lines.ts'
export * from './open-record.ts'
export * from './record-cell.ts'
export * from './record-file.ts'
export * from './shrink.ts'
