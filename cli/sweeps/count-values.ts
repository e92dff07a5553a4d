import { forceValues, InputError, isSharedObject } from '../../engine/index.ts'
import { loadSharedAlgorithm, moduleOfShared, writeRecord } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { describeValues, valuesJson } from '../output/describe-values.ts'

/** The options that the lower bound for values has. */
interface Options {
  readonly n: number
  readonly record?: string
  readonly json?: true
}

/** Carries out the lower bound for the values of shared variables and prints what it came to; the exit code. Throws an InputError. */
export async function countValues(name: string, { n, record, json }: Options): Promise<number> {
  const file = record ?? null
  const algorithm = await loadSharedAlgorithm(name)
  if (algorithm === null || isSharedObject(algorithm))
    throw new InputError(`the lower bound for values is about locks on shared memory; ${name} is none`)
  const found = forceValues(algorithm, n, moduleOfShared(algorithm))
  if (file !== null) writeRecord(found.recorded.blocks, file)
  const told = { algorithm, found, file }
  process.stdout.write(json ? `${JSON.stringify(valuesJson(told))}\n` : describeValues(told))
  const claimed = found.bypassed !== null && algorithm.claims?.bypass !== undefined
  return claimed || found.violated !== null ? exitCodes.violated : exitCodes.ok
}
