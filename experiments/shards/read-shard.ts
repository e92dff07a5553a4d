import { join } from 'node:path'
import { InputError } from '../../engine/index.ts'
import type { FinishedCell, Shard } from '../cell/index.ts'
import { shardName } from '../cell/index.ts'
import { type LogHeader, readLog } from '../store/log.ts'
import { isComplete } from '../store/older.ts'

/** What a folder holds of a sweep that was run in parts. */
export interface ShardResults {
  readonly directory: string
  readonly shard: Shard
  readonly header: LogHeader
  readonly cells: readonly FinishedCell[]
}

/** Reads the results of one shard. Throws an InputError if the folder holds none, or if the shard is not finished. */
export function readShard(directory: string): ShardResults {
  const cells: FinishedCell[] = []
  const log = readLog(join(directory, 'runs.jsonl'), (cell) => cells.push(cell))
  if (log === null) throw new InputError(`${directory} holds no results: there is no runs.jsonl in it`)
  const { header } = log
  const { shard } = header.manifest
  if (shard === undefined)
    throw new InputError(
      `${directory} holds a whole sweep, not a shard of one; there is nothing to merge in it`,
    )
  if (!isComplete(directory))
    throw new InputError(
      `${directory}: shard ${shardName(shard)} is not finished, ${cells.length} runs of it are there; ` +
        'run it again with --resume',
    )
  return { directory, shard, header, cells }
}
