/** Recorded executions in files. */

export type { RecordSink } from '../cell/index.ts'
export * from '../files/file-lines.ts'
export * from './open-record.ts'
export * from './record-file.ts'
export * from './replay-shared.ts'
export * from './shrink.ts'
