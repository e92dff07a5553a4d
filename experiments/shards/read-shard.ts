import { join } from 'node:path'
import { InputError } from '../../engine/index.ts'
import type { FinishedCell, Shard } from '../cell/index.ts'
import { shardName } from '../cell/index.ts'
import type { LogHeader } from '../store/log.ts'
import { isComplete } from '../store/older.ts'
import { damaged, readLog } from '../store/read-log.ts'

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
  const lost: number[] = []
  const path = join(directory, 'runs.jsonl')
  const log = readLog(path, {
    onCell: (cell) => cells.push(cell),
    onDamage: (line) => lost.push(line),
  })
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
  // What was lost may have been run again since.
  if (lost.length > 0 && new Set(cells.map(({ index }) => index)).size < header.runs)
    throw damaged(`${path}:${lost[0]}`, 'run this shard again with --resume')
  return { directory, shard, header, cells }
}
