/** Recorded executions in files. */

export * from '../cell/record-cell.ts'
export * from '../files/file-lines.ts'
export * from './open-record.ts'
export * from './record-file.ts'
export * from './shrink.ts'
