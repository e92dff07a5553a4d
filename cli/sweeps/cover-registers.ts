import { forceRegisters, InputError, isSharedObject } from '../../engine/index.ts'
import { loadSharedAlgorithm, moduleOfShared, writeRecord } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { describeRegisters, registersJson } from '../output/describe-locks.ts'

/** The options that the lower bound for locks has. */
interface Options {
  readonly n: number
  readonly record?: string
  readonly json?: true
}

/** Carries out the lower bound for locks and prints what it came to; the exit code. Throws an InputError. */
export async function coverRegisters(name: string, { n, record, json }: Options): Promise<number> {
  const file = record ?? null
  const algorithm = await loadSharedAlgorithm(name)
  if (algorithm === null || isSharedObject(algorithm))
    throw new InputError(`the lower bound for locks is about locks on shared memory; ${name} is none`)
  const found = forceRegisters(algorithm, n, moduleOfShared(algorithm))
  if (file !== null) writeRecord(found.recorded.blocks, file)
  const told = { algorithm, found, file }
  process.stdout.write(json ? `${JSON.stringify(registersJson(told))}\n` : describeRegisters(told))
  return found.violated === null ? exitCodes.ok : exitCodes.violated
}
