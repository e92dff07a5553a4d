import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../engine/index.ts'
import type { Manifest } from '../manifest.ts'
import { type LogHeader, readLog } from '../store/log.ts'
import type { FinishedCell } from '../workers/setup.ts'
import { type Shard, shardName } from './shard.ts'

/** What a folder holds of a sweep that was run in parts. */
export interface ShardResults {
  readonly directory: string
  readonly shard: Shard
  readonly header: LogHeader
  readonly manifest: Manifest
  readonly cells: readonly FinishedCell[]
}

/** Reads the results of one shard. Throws an InputError if the folder holds none, or if the shard is not finished. */
export function readShard(directory: string): ShardResults {
  const log = readLog(join(directory, 'runs.jsonl'))
  if (log === null) throw new InputError(`${directory} holds no results: there is no runs.jsonl in it`)
  const { header, cells } = log
  if (header.shard === undefined)
    throw new InputError(
      `${directory} holds a whole sweep, not a shard of one; there is nothing to merge in it`,
    )
  const { shard } = header
  const manifest = readManifest(directory)
  if (manifest === null)
    throw new InputError(
      `${directory}: shard ${shardName(shard)} is not finished, ${cells.length} runs of it are there; ` +
        'run it again with --resume',
    )
  return { directory, shard, header, manifest, cells }
}

/** It is written when all is finished, so it may be missing. */
function readManifest(directory: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Manifest
  } catch {
    return null
  }
}
