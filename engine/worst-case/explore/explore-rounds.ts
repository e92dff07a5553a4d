import { isAboutMean } from '../../claims/claim.ts'
import { type Judgement, judge } from '../../claims/verdict.ts'
import { InputError } from '../../errors.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Execution, Setting } from '../../model/index.ts'
import { mayNotAsk } from '../../outside.ts'
import { execute } from '../../simulation/execute.ts'
import type { Observer } from '../../simulation/machine/observer.ts'
import { shortly } from '../../thrown-at.ts'
import type { ExplorationSummary, Extreme } from './explore-all.ts'
import { judgedClaim } from './judge-exploration.ts'
import { safeText } from './local-state.ts'
import { askedFor, watchingChance } from './watch-chance.ts'

/** The only execution that an algorithm without coins has on an instance in the synchronous model, and what it is held to. */
export interface RoundsRun {
  readonly execution: Execution
  readonly setting: Setting
  readonly judgements: readonly Judgement[]
}

/** Runs it, safety checked in every configuration; a run that sends more than `messagesMax` messages is cut off. */
export function runRounds(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  identifiers: string,
  options: { readonly messagesMax?: number; readonly observer?: Observer } = {},
): RoundsRun {
  const { messagesMax = 1_000_000, observer } = options
  const execution = execute(
    algorithm,
    instance,
    { kind: 'synchronous' },
    {
      check: 'every',
      budget: { messages: messagesMax, time: messagesMax },
      ...(observer && { observer }),
    },
  )
  const setting = { instance, timing: 'synchronous', unitDelays: true, identifiers } as const
  return { execution, setting, judgements: judge(algorithm, setting, execution) }
}

/**
 * What there is to say of one instance in the synchronous model, where the only schedule is that of the rounds. The run is
 * made twice; throws an InputError if it does not come out the same.
 */
export function exploreRounds(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  instance: number,
  options: { readonly identifiers?: string; readonly states?: number } = {},
): ExplorationSummary {
  const { name, requires } = algorithm
  if (requires.coins === true)
    throw new InputError(`${name} flips coins; explore is for algorithms whose steps depend on nothing else`)
  const { identifiers = 'given', states: messagesMax = 1_000_000 } = options
  const runs: RoundsRun[] = []
  const asked = watchingChance(() =>
    askedFor(() => {
      for (let i = 0; i < 2; i++) runs.push(runRounds(algorithm, problem, identifiers, { messagesMax }))
    }),
  )
  if (asked !== null) throw new InputError(`${name} ${mayNotAsk(asked)}`)
  const [first, second] = runs as [RoundsRun, RoundsRun]
  const { outcome } = first.execution
  if (outcome.kind === 'failed' && outcome.processor === null)
    throw new InputError(`${name}: ${outcome.reason}${shortly(outcome.place)}`)
  if (resultText(first) !== resultText(second))
    throw new InputError(
      `${name} does not do the same twice on one instance: ${first.execution.measures.messages} messages and ${second.execution.measures.messages}, or other states; what a processor does may depend on its state and its messages alone`,
    )
  return summaryOfRun(algorithm, first, instance)
}

function summaryOfRun(
  algorithm: AnyAlgorithm,
  { execution, judgements }: RoundsRun,
  instance: number,
): ExplorationSummary {
  const { measures, outcome, final } = execution
  const ended = outcome.kind !== 'budget' && outcome.kind !== 'failed'
  const extreme = (cost: number): Extreme => ({ cost, instance, choices: [] })
  const both = (cost: number) => ({ min: ended ? extreme(cost) : null, max: extreme(cost) })
  const types = Object.keys(algorithm.uponReceiving ?? measures.messagesByType)
  const columns = Object.entries(algorithm.columns ?? {})
  const claims = judgements
    .filter(({ claim }) => claim.kind !== 'order' && !isAboutMean(claim))
    .map((judgement) => judgedClaim(judgement, instance))
  const broken = claims.filter(({ verdict }) => verdict === 'violated')
  return {
    instances: 1,
    exhausted: outcome.kind === 'budget' ? 0 : 1,
    endless: false,
    states: measures.compEvents + 1,
    transitions: measures.compEvents,
    depth: measures.compEvents,
    messages: both(measures.messages),
    byType:
      types.length < 2
        ? {}
        : Object.fromEntries(types.map((type) => [type, both(measures.messagesByType[type] ?? 0)])),
    time: { max: extreme(measures.time), states: measures.compEvents + 1 },
    finals: { min: 1, max: 1, varying: [] },
    columns: ended ? Object.fromEntries(columns.map(([name, { read }]) => [name, [read(final)]])) : {},
    claims,
    violations: [
      ...faultsOf(execution).map((fault) => ({ ...fault, choices: [], instance })),
      ...broken.map(({ measure, kind, formula, bound, measured }) => ({
        property: `${measure} ${kind} ${formula}`,
        reason: `${measure} ${measured}, but ${formula} = ${bound}`,
        choices: [],
        instance,
      })),
    ],
  }
}

function faultsOf({ outcome }: Execution): { property: string; reason: string }[] {
  if (outcome.kind === 'violated') return [{ property: outcome.property, reason: outcome.reason }]
  if (outcome.kind === 'failed')
    return [{ property: 'failed', reason: `p_${outcome.processor} ${outcome.event}: ${outcome.reason}` }]
  return []
}

/** All that two runs of one instance must have in common. */
const resultText = ({ execution: { outcome, measures, final } }: RoundsRun): string =>
  JSON.stringify([outcome, measures, final.states.map(safeText)])
