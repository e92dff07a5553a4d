import type { Clock } from '../model/index.ts'
import type { Streams } from '../random.ts'
import { Catalogue } from '../specs/catalogue.ts'
import type { ClockFamily } from './clock-family.ts'
import { drift } from './drift.ts'
import { given } from './given.ts'
import { offset } from './offset.ts'
import { perfect } from './perfect.ts'

const families = [perfect, offset, given, drift] as const

/** The name of a rule for clocks, such as `drift`. */
export type ClockName = (typeof families)[number]['name']

/** Such a rule with or without parameters, such as `drift:rho=0.1`. */
export type ClockSpec = ClockName | `${ClockName}:${string}`

/** All rules for the clocks of processors. */
export const clockRules = new Catalogue<ClockFamily>('clocks', families)

/** The clocks that a spec such as `offset:max=3` names, by processor. */
export function createClocks(spec: string, n: number, streams: Streams): readonly Clock[] {
  const { entry, values } = clockRules.at(spec, n)
  return entry.create({ n, values, streamOf: (processor) => streams.stream('clocks', processor) })
}

/** When a timer goes off that is set now: as soon as the clock has gone on by the duration, and later than now. */
export function timeoutAt(clock: Clock, now: number, duration: number): number {
  const target = clock.at(now) + duration
  let due = Math.max(clock.when(target), now + leastStep(now))
  // What is rounded may fall short.
  for (let step = leastStep(due); clock.at(due) < target; step *= 2) due += step
  return due
}

/** What makes a time another one. */
const leastStep = (time: number): number => Math.max(Number.MIN_VALUE, time * 2 ** -52)
