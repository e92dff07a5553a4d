import { InputError } from '../../errors.ts'
import type { Problem } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model.ts'
import { Streams } from '../../random.ts'
import { assertRequirements } from '../../simulation/requirements.ts'
import { didYouMean } from '../../suggest.ts'
import { storedGraph } from '../../topology/stored-graph.ts'
import type { Objective } from './objective.ts'
import { type Choosable, choicesFor, type Field, givenPlan, type Plan } from './plan.ts'
import { type Run, Runner } from './runner.ts'
import { strategies } from './strategies/index.ts'
import type { Strategy } from './strategies/strategy.ts'

/** What all islands of a search share. */
export interface AttackOptions {
  readonly objective: Objective
  readonly seed: number
  /** What the adversary chooses. Default: all that the algorithm is not promised. */
  readonly choose?: readonly Choosable[]
  /** The names of the strategies to use. Default: all. */
  readonly strategies?: readonly string[]
  /** A run that sends more messages counts for nothing. Default: 1,000,000. */
  readonly messagesMax?: number
}

/** An improvement: in which run, counted from 1, and to which value. */
export interface Improvement {
  readonly run: number
  readonly value: number
}

/** What one island has found. */
export interface IslandResult {
  readonly strategy: string
  readonly runs: number
  /** Null if none of the runs ended. */
  readonly best: { readonly value: number; readonly plan: Plan } | null
  readonly history: readonly Improvement[]
  /** Runs that did not end, and why the first of them did not. */
  readonly unfinished: number
  readonly reason: string | null
}

/** Throws an InputError if these options make no sense for this algorithm on this problem. */
export function assertAttackable(algorithm: AnyAlgorithm, problem: Problem, options: AttackOptions): void {
  const { name, requires } = algorithm
  assertRequirements(algorithm, problem, 'asynchronous')
  givenPlan(problem)
  for (const strategy of options.strategies ?? []) strategyNamed(strategy)
  const { choose = [] } = options
  if (choose.includes('ports') && problem.network.details.orientation != null)
    throw new InputError('the channels of this network are numbered consistently; they cannot be chosen')
  if (choose.includes('wakeup') && (requires.root || requires.initiators === 'all'))
    throw new InputError(
      `${name} requires ${requires.root ? 'its root' : 'every processor'} to wake by itself; wake-ups cannot be chosen`,
    )
}

/** Which search an island carries out, for how many runs: strategies take turns, and each turn is twice as long. */
export function islandAt(
  index: number,
  names: readonly string[] = strategies.map(({ name }) => name),
): { readonly strategy: Strategy; readonly runs: number } {
  const strategy = strategyNamed(names[index % names.length]!)
  return { strategy, runs: Math.min(shortest * 2 ** Math.floor(index / names.length), longest) }
}

function strategyNamed(name: string): Strategy {
  const strategy = strategies.find((known) => known.name === name)
  if (strategy !== undefined) return strategy
  const known = strategies.map(({ name }) => name)
  throw new InputError(
    `unknown strategy “${name}”${didYouMean(name, known) || `; known: ${known.join(', ')}`}`,
  )
}

const [shortest, longest] = [64, 8192]

/**
 * One island of a search: an independent run of one strategy with random numbers of its own. It makes `runs` runs at
 * most; `stop`, asked after each but the last, ends it earlier.
 */
export function searchIsland(
  algorithm: AnyAlgorithm,
  problem: Problem,
  options: AttackOptions,
  index: number,
  runs = Number.POSITIVE_INFINITY,
  stop: (runs: number, best: number) => boolean = () => false,
): IslandResult {
  const { strategy, runs: planned } = islandAt(index, options.strategies)
  const field: Field = {
    graph: storedGraph(problem.network),
    given: givenPlan(problem),
    chosen: chosenBy(algorithm, problem, options),
    random: new Streams(options.seed).stream('attack', index),
  }
  const runner = runnerFor(algorithm, problem, options)
  const search = strategy.search(field, planned)
  const history: Improvement[] = []
  let best: IslandResult['best'] = null
  let unfinished = 0
  let reason: string | null = null
  let made = 0
  let plan = search.next(undefined as never).value
  do {
    const run = runner.run(plan)
    made++
    if (run.outcome !== null) {
      unfinished++
      reason ??= reasonOf(run.outcome)
    } else if (best === null || run.value > best.value) {
      best = { value: run.value, plan }
      history.push({ run: made, value: run.value })
    }
    plan = search.next(run).value
  } while (made < Math.min(runs, planned) && !stop(made, best?.value ?? Number.NEGATIVE_INFINITY))
  return { strategy: strategy.name, runs: made, best, history, unfinished, reason }
}

/** What carries out the plans of a search. */
export function runnerFor(algorithm: AnyAlgorithm, problem: Problem, options: AttackOptions): Runner {
  const { objective, messagesMax = 1_000_000 } = options
  const choosesPorts = chosenBy(algorithm, problem, options).includes('ports')
  return new Runner(algorithm, problem, objective, choosesPorts, messagesMax)
}

/** What the adversary chooses. */
export function chosenBy(
  algorithm: AnyAlgorithm,
  problem: Problem,
  { choose }: AttackOptions,
): readonly Choosable[] {
  return choose ?? choicesFor(algorithm, problem)
}

function reasonOf(outcome: NonNullable<Run['outcome']>): string {
  return outcome.kind === 'budget'
    ? outcome.reason
    : `p_${outcome.processor} ${outcome.event}: ${outcome.reason}`
}
