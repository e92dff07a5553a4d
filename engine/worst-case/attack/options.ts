import { InputError } from '../../errors.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Call } from '../../model/index.ts'
import { assertRequirements } from '../../simulation/machine/requirements.ts'
import { assertRunsOn } from '../assert-runs-on.ts'
import type { Objective } from './objective.ts'
import { type Choosable, choicesFor, givenPlan } from './plan.ts'
import { strategyNamed } from './strategies/index.ts'

/** What all islands of a search share. */
export interface AttackOptions {
  readonly objective: Objective
  readonly seed: number
  /** What the adversary chooses. Default: all that the algorithm is not promised. */
  readonly choose?: readonly Choosable[]
  /** What each processor is asked for, one after the other, at moments that the adversary may choose. Default: nothing. */
  readonly calls?: readonly (readonly Call[])[]
  /** The names of the strategies to use. Default: all. */
  readonly strategies?: readonly string[]
  /** A run that sends more messages counts for nothing. Default: 1,000,000. */
  readonly messagesMax?: number
  /**
   * Whether safety properties are checked after every event. The search ends at the first execution that violates a
   * property, on the way or at its end. Default: every.
   */
  readonly check?: 'every' | 'final'
}

/** Throws an InputError if these options make no sense for this algorithm on this problem. */
export function assertAttackable(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  options: AttackOptions,
): void {
  const { name, requires, uponRound } = algorithm
  if (uponRound !== undefined || requires.synchronous === true)
    throw new InputError(
      `${name} is written in rounds, where no adversary chooses what happens next; explore goes through all its instances`,
    )
  assertRequirements(algorithm, problem, 'asynchronous')
  assertRunsOn(algorithm, 'attack')
  givenPlan(problem)
  const { choose = ['schedule'], strategies = ['random'] } = options
  if (choose.length === 0) throw new InputError('there is nothing for the adversary to choose')
  if (strategies.length === 0) throw new InputError('there is no strategy to search by')
  for (const strategy of strategies) strategyNamed(strategy)
  if (choose.includes('operations') && algorithm.service === undefined)
    throw new InputError(`${name} offers no service; when operations are asked for cannot be chosen`)
  if (choose.includes('ports') && problem.network.details.orientation != null)
    throw new InputError('the channels of this network are numbered consistently; they cannot be chosen')
  if (choose.includes('wakeup') && (requires.root || requires.initiators !== undefined))
    throw new InputError(
      `${name} requires ${requires.root ? 'its root' : 'every processor'} to wake by itself; wake-ups cannot be chosen`,
    )
}

/** What the adversary chooses. */
export function chosenBy(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  { choose }: AttackOptions,
): readonly Choosable[] {
  return choose ?? choicesFor(algorithm, problem)
}
