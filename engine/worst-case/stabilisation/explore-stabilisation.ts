import { InputError } from '../../errors.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { liarHere } from '../resilience/courses.ts'
import type { FaultScript } from '../resilience/fault-script.ts'
import { liarSets } from '../resilience/liar-sets.ts'
import { assertLies } from '../resilience/lie-options.ts'
import { RoundSteps } from '../resilience/round-steps.ts'
import { Depths, type Flawed } from './depths.ts'
import { LiedRounds, type Locals, product } from './lied-rounds.ts'

/** An execution: how it begins, who says what, and the states of all after each round, null for liars. */
export interface StabilisationCourse {
  readonly script: FaultScript
  readonly states: readonly (readonly (object | null)[])[]
}

/** What all executions in rounds from arbitrary states come to. Everything in it is plain data. */
export interface StabilisationExploration {
  /** How many initial configurations there are, over all sets of liars. */
  readonly beginnings: number
  readonly configurations: number
  /** Whether all executions were gone through. */
  readonly exhausted: boolean
  /** After how many rounds all is legitimate, at the latest, as far as was explored; null if there is a flaw. */
  readonly rounds: number | null
  /** An execution that takes so long; null if there is a flaw. */
  readonly slowest: StabilisationCourse | null
  /**
   * An execution that never stabilises, since it comes back to its configuration after round `from`; or one that leaves a
   * legitimate configuration. Null if there is none.
   */
  readonly flaw:
    | (StabilisationCourse & {
        readonly kind: Flawed['kind']
        readonly from: number | null
        readonly reason: string
      })
    | null
}

/**
 * All executions in rounds of an algorithm that stabilises by itself, from all configurations in which it may begin, with
 * up to so many liars who may say anything at any time: the exact number of rounds until all is legitimate, and whether it
 * stays so. Throws an InputError if there is no such thing.
 */
export function exploreStabilisation(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  { most, states = 2_000_000 }: { readonly most: number; readonly states?: number },
): StabilisationExploration {
  assertStabilises(algorithm, instance, most)
  const steps = new RoundSteps(algorithm, instance, new Set(), false)
  let [beginnings, configurations, worst] = [0, 0, -1]
  let slowest: () => StabilisationCourse | null = () => null
  for (const liars of liarSets(instance.network.n, most)) {
    const rounds = new LiedRounds(steps, algorithm, instance, liars)
    const depths = new Depths(rounds, states - configurations)
    const lists = rounds.beginnings.map((list, p) =>
      liars.includes(p) ? [liarHere] : list.map(({ local }) => local),
    )
    beginnings += lists.reduce((count, list) => count * list.length, 1)
    for (const locals of product(lists)) {
      const depth = depths.of(locals)
      if (depth === null) break
      if (depth <= worst) continue
      worst = depth
      slowest = () => courseOf(rounds, depths.longest(locals), instance)
    }
    configurations += depths.count
    const { flaw, overrun } = depths
    const known = { beginnings, configurations }
    if (flaw !== null) {
      const { kind, from, path } = flaw
      const reason = String(rounds.legitimate(path.at(-1)!))
      const told = { ...courseOf(rounds, path, instance), kind, from, reason }
      return { ...known, exhausted: false, rounds: null, slowest: null, flaw: told }
    }
    if (overrun !== null) {
      // The last of the path is not legitimate as far as it was looked at, so it takes one round more.
      if (overrun.length > worst) slowest = () => courseOf(rounds, overrun, instance)
      return {
        ...known,
        exhausted: false,
        rounds: Math.max(worst, overrun.length),
        slowest: slowest(),
        flaw: null,
      }
    }
  }
  return { beginnings, configurations, exhausted: true, rounds: worst, slowest: slowest(), flaw: null }
}

function courseOf(
  rounds: LiedRounds,
  path: readonly Locals[],
  { values }: ComputedInstance,
): StabilisationCourse {
  const choices = path[0]!.map(
    (local, p) =>
      (rounds.beginnings[p]!.find((one) => one.local === local) ?? rounds.beginnings[p]![0]!).choices,
  )
  const lies = path.slice(1).flatMap((to, round) => rounds.lies(path[round]!, to, round))
  return {
    script: {
      ...{ values: Array.from(values), crashes: [], omissions: [], liars: rounds.liars, lies },
      begins: choices,
      rounds: path.length - 1,
    },
    states: path.map((locals) => rounds.statesOf(locals)),
  }
}

function assertStabilises(algorithm: AnyAlgorithm, instance: ComputedInstance, most: number): void {
  const { name, uponRound, stabilises, requires } = algorithm
  const trouble =
    stabilises === undefined
      ? 'does not say in which states processors may begin (stabilises)'
      : uponRound === undefined
        ? 'is not written in rounds (uponRound)'
        : requires.coins
          ? 'flips coins, whose outcomes nobody chooses'
          : null
  if (trouble !== null)
    throw new InputError(`${name} ${trouble}; arbitrary states are gone through in rounds without coins`)
  if (Array.from(instance.wakeTimes).some((time) => time !== 0))
    throw new InputError('arbitrary states are gone through where all processors wake at time 0')
  if (most > 0) assertLies(algorithm, instance)
}
