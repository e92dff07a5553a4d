import { join } from 'node:path'
import { InputError } from '../../engine/index.ts'
import { type AlgorithmData, type Manifest, shardName, worstSizes } from '../cell/index.ts'
import { defineExperiment } from '../definition/define.ts'
import type { Experiment, ExperimentDefinition } from '../definition/experiment.ts'
import { sweptAlgorithm } from '../definition/stock-algorithm.ts'
import { assertAllowed } from '../loading/allowed.ts'
import { importModule } from '../loading/import-module.ts'
import { loadSwept } from '../loading/load-shared.ts'

/**
 * The experiment that left this manifest, with the algorithms as they are now. Those of a user are looked for where
 * they were, from the working directory, if that is within what is allowed. `directory` is for messages. Throws an
 * InputError if the manifest is not of a whole sweep, or if an algorithm is gone or not allowed.
 */
export async function experimentOf(
  manifest: Manifest,
  directory: string,
  allow: readonly string[] = [],
): Promise<Experiment> {
  if (manifest.shard !== undefined)
    throw new InputError(
      `${directory} holds shard ${shardName(manifest.shard)} only; merge the shards first: admissible merge`,
    )
  if (manifest.complete === false)
    throw new InputError(
      `${directory} holds an unfinished sweep; finish it with ${manifest.command} --resume`,
    )
  const { worstCases, ...experiment } = manifest.experiment
  for (const { module } of manifest.families ?? []) {
    assertAllowed(module, allow, join(directory, 'manifest.json'))
    await importModule(module)
  }
  const algorithms = await Promise.all(manifest.algorithms.map((data) => algorithmOf(data, allow, directory)))
  // Results of older versions say nothing of worst cases.
  const looked = worstCases !== undefined && worstSizes(worstCases).length > 0
  const definition = withoutNulls({ ...experiment, ...(looked && { worstCases }) })
  return defineExperiment({ ...(definition as ExperimentDefinition), algorithms })
}

async function algorithmOf({ name, module }: AlgorithmData, allow: readonly string[], directory: string) {
  if (module === null) return sweptAlgorithm(name)
  assertAllowed(module, allow, join(directory, 'manifest.json'))
  return await loadSwept(`${module}#${name}`)
}

/** A checked experiment says null where a definition leaves a key out. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutNulls(inner)]))
}
