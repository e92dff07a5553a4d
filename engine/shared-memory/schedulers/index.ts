import { Catalogue } from '../../specs/catalogue.ts'
import { overtake } from './overtake.ts'
import { priority } from './priority.ts'
import { random } from './random.ts'
import { roundRobin } from './round-robin.ts'
import type { SchedulerFamily } from './scheduler.ts'
import { solo } from './solo.ts'
import { sticky } from './sticky.ts'
import { timed } from './timed.ts'

export type * from './scheduler.ts'

const families = [roundRobin, random, sticky, timed, solo, priority, overtake] as const

/** The name of a scheduler, such as `random`. */
export type SchedulerName = (typeof families)[number]['name']

/** A scheduler with or without parameters, such as `sticky:stay=0.99`. */
export type SchedulerSpec = SchedulerName | `${SchedulerName}:${string}`

/** All schedulers of shared memory. */
export const schedulers = new Catalogue<SchedulerFamily>('scheduler', families)
