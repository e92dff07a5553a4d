import {
  exploreChance,
  InputError,
  judgeChanceClaims,
  type ObjectCall,
  type SharedObject,
} from '../../engine/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { chanceJson, describeChance } from '../output/describe-chance.ts'

interface Options {
  readonly states: number
  readonly repeats?: true
  readonly count?: true
  readonly record?: string
  readonly extreme?: string
  readonly json?: true
}

/** Prints what schedulers can make of the coins of an object; the exit code. Throws an InputError. */
export function exploredChance(
  object: SharedObject,
  calls: readonly (readonly ObjectCall[])[] | undefined,
  n: number,
  options: Options,
): number {
  const { states, json } = options
  const strange = (['repeats', 'count', 'record', 'extreme'] as const).find(
    (key) => options[key] !== undefined,
  )
  if (strange !== undefined)
    throw new InputError(
      `${object.name}: --expected is about all executions of operations that end, and has no --${strange}`,
    )
  const found = exploreChance(object, { n, states, ...(calls !== undefined && { calls }) })
  const told = { object, n, found }
  process.stdout.write(json ? `${JSON.stringify(chanceJson(told))}\n` : describeChance(told))
  if (judgeChanceClaims(object, n, found).some(({ verdict }) => verdict === 'violated'))
    return exitCodes.violated
  return found.complete ? exitCodes.ok : exitCodes.failed
}
