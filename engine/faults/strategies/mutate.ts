import type { Message } from '../../model/index.ts'
import type { Random } from '../../random.ts'
import { altering } from './altering.ts'
import type { Strategy } from './strategy.ts'

/** Changes half of what it sends, to each receiver as it comes. */
export const mutate: Strategy = {
  summary: 'changes one value in about half of its messages',
  create: ({ random }) =>
    altering((message) => (random.integer(2) === 0 ? message : (mutated(message, random) as Message))),
}

/** Data of the same shape with another value in one place; the same data if there is none to change. */
function mutated(data: unknown, random: Random): unknown {
  if (typeof data === 'boolean') return !data
  if (typeof data === 'number') return otherNumber(data, random)
  if (typeof data !== 'object' || data === null) return data
  const places = Object.entries(data).filter(([key, part]) => key !== 'type' && isChangeable(part))
  if (places.length === 0) return data
  const [key, part] = places[random.integer(places.length)]!
  const other = mutated(part, random)
  return Array.isArray(data) ? data.with(Number(key), other) : { ...data, [key]: other }
}

/** Whether there is a value in it that can be changed. */
function isChangeable(part: unknown): boolean {
  if (typeof part === 'boolean' || typeof part === 'number') return true
  return typeof part === 'object' && part !== null && Object.values(part).some(isChangeable)
}

/** Bits are flipped; other numbers become one of their neighbours, none below 0 that was not. */
function otherNumber(value: number, random: Random): number {
  if (value === 0 || value === 1) return 1 - value
  return value + (random.integer(2) === 0 ? 1 : -1)
}
