import { join, resolve } from 'node:path'
import { InputError } from '../../engine/index.ts'
import { shardName } from '../cell/index.ts'
import { assertFolderName } from '../definition/folder-name.ts'
import { changedFiles, someOf } from '../files/data-files.ts'
import { type Cells, cellsOf } from '../grid/cells.ts'
import { Collection, describeCell } from '../store/collection.ts'
import { linkLatest } from '../store/latest.ts'
import { differingKey } from '../store/older.ts'
import { Store } from '../store/store.ts'
import { type SweepResult, sweepResult } from '../store/sweep-result.ts'
import { readShard, type ShardResults } from './read-shard.ts'
import { dealCells } from './shard.ts'

/**
 * Puts the results of shards together: the folder `out` (default: results/NAME) then holds the very bytes that a run of
 * the whole sweep would have left. Needs no code of the algorithms.
 *
 * Throws an InputError that names the folder, the shard and the run if the shards are not all of one sweep by the same
 * code, if one of them or a run of one is missing, or if two say different things of one run.
 */
export function mergeShards(
  directories: readonly string[],
  out?: string,
  onNotice?: (text: string) => void,
): SweepResult {
  const parts = directories.map(readShard)
  const [first] = parts
  if (first === undefined) throw new InputError('there are no shards to merge; give their folders')
  for (const part of parts) assertTogether(first, part)
  const { shard, ...manifest } = first.header.manifest
  const { experiment, algorithms } = manifest
  const cells = cellsOf({ ...experiment, algorithms })
  const collection = collect(parts, cells)

  assertFolderName(experiment.name, first.directory)
  const directory = resolve(out ?? join('results', experiment.name))
  const header = { ...first.header, manifest, runs: cells.length }
  const store = new Store(directory, header, { supersedes: true, onNotice })
  try {
    const { finished } = collection
    for (let i = 0; i < finished.length; i += 1000) store.add(finished.slice(i, i + 1000))
    const whole = store.complete()
    if (out === undefined) linkLatest(directory)
    return sweepResult(store.recorded, whole, directory)
  } finally {
    store.close()
  }
}

function assertTogether(first: ShardResults, { directory, shard, header }: ShardResults): void {
  const versus = `${directory} (shard ${shardName(shard)}) and ${first.directory} (shard ${shardName(first.shard)})`
  const key = differingKey(first.header.manifest.experiment, header.manifest.experiment)
  if (key !== null)
    throw new InputError(
      `${versus} are not of one sweep: ${key} is ${JSON.stringify(header.manifest.experiment[key])} in one ` +
        `and ${JSON.stringify(first.header.manifest.experiment[key])} in the other`,
    )
  const data = changedFiles(first.header.manifest.data, header.manifest.data)
  if (data.length > 0)
    throw new InputError(`${versus} were run on different data: ${someOf(data)}; run one of them again`)
  if (header.manifest.codeHash !== first.header.manifest.codeHash)
    throw new InputError(`${versus} were run by different code; run one of them again`)
  if (shard.count !== first.shard.count)
    throw new InputError(`${versus} are of different divisions of the sweep`)
}

/** All results, none missing. */
function collect(parts: readonly ShardResults[], cells: Cells): Collection {
  const { count } = parts[0]!.shard
  const dealt = dealCells(cells.sizes(), count)
  const collection = new Collection(cells)
  for (const { directory, shard, cells: finished } of parts)
    for (const result of finished) {
      const owner = dealt[result.index]
      if (owner !== undefined && owner !== shard.index)
        throw new InputError(
          `${directory} (shard ${shardName(shard)}) holds ${describeCell(cells.at(result.index)!)}, which belongs to shard ${owner}/${count}`,
        )
      collection.add(result, directory)
    }
  for (let index = 1; index <= count; index++)
    if (parts.every(({ shard }) => shard.index !== index))
      throw new InputError(`shard ${index}/${count} is missing; give its folder too`)
  let missing = 0
  while (missing < cells.length && collection.has(missing)) missing++
  if (missing < cells.length) {
    const { directory } = parts.find(({ shard }) => shard.index === dealt[missing])!
    throw new InputError(
      `${directory} (shard ${dealt[missing]}/${count}) lacks ${describeCell(cells.at(missing)!)}; run it again with --resume`,
    )
  }
  return collection
}
