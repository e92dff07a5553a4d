import {
  type AnyAlgorithm,
  type Cell,
  type ComputedInstance,
  type Evidence,
  InputError,
} from '../../../engine/index.ts'
import { findByExploring } from './exact.ts'
import { findByForce } from './forced.ts'
import { findBySearch } from './searched.ts'
import type { WorstCaseFinder } from './worst-case.ts'

/** How each kind of worst case is found. */
export const finders: Readonly<Record<Exclude<Evidence, 'sampled'>, WorstCaseFinder>> = {
  searched: findBySearch,
  forced: findByForce,
  exact: findByExploring,
}

/** Throws an InputError unless an adversary can choose all that happens: when messages arrive, and nothing else. */
export function assertHasSchedules(
  { name, requires, stopWhen, service }: AnyAlgorithm,
  { wakeTimes }: ComputedInstance,
  evidence: Cell['evidence'],
): void {
  if (requires.coins)
    throw new InputError(
      `${name} flips coins, so it has no worst case over schedules alone; ${leaveOut(name)}`,
    )
  if (service !== undefined && evidence !== 'searched')
    throw new InputError(
      `${name} offers a service, whose worst cases can be searched only (worstCases.searched), not ${evidence}; ${leaveOut(name)}`,
    )
  if (stopWhen !== undefined)
    throw new InputError(
      `${name} says itself when it stops, and worst cases are over executions to their end; ${leaveOut(name)}`,
    )
  if (Array.from(wakeTimes).some((time) => time > 0 && Number.isFinite(time)))
    throw new InputError('worst cases need wake-ups at time 0, such as all, root or random:k=3')
}

const leaveOut = (name: string): string =>
  `leave it out of them by worstCases.except: ['${name}'], on the command line --worst-except ${name}`
