import { Catalogue } from '../specs/catalogue.ts'
import { all } from './all.ts'
import { given } from './given.ts'
import { ordered } from './ordered.ts'
import { random } from './random.ts'
import { root } from './root.ts'
import { staggered } from './staggered.ts'
import type { WakeUpContext, WakeUpFamily } from './wake-up-family.ts'

const families = [all, root, random, staggered, ordered, given] as const

/** The name of a wake-up rule, such as `random`. */
export type WakeUpName = (typeof families)[number]['name']

/** A wake-up rule with or without parameters, such as `random:k=3`. */
export type WakeUpSpec = WakeUpName | `${WakeUpName}:${string}`

/** All wake-up rules. */
export const wakeUps = new Catalogue<WakeUpFamily>('wake-up', families, (title) => `wake-up ${title}`)

/** The wake-up times that a spec such as `random:k=3` names. */
export function createWakeTimes(spec: string, context: Omit<WakeUpContext, 'values'>): Float64Array {
  const { entry, values } = wakeUps.at(spec, context.n)
  return entry.create({ ...context, values })
}
