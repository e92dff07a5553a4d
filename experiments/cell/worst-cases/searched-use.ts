import {
  type AnyAlgorithm,
  type AttackResult,
  attack,
  type Cell,
  type ComputedInstance,
  callsFor,
  type Measure,
  objectiveNamed,
  oneClient,
  openOperations,
  parseInputs,
  type RecordedSchedule,
  recordSchedule,
  type Service,
  timeSchedule,
} from '../../../engine/index.ts'
import { describeOutcome } from '../detail.ts'
import { choicesOf, choiceWords } from './choices.ts'
import { judgedBeside } from './judge.ts'
import { largest } from './largest.ts'
import type { Largest, WorstCase, WorstCaseFinder } from './worst-case.ts'

/** What was found for one measure. */
interface Search {
  readonly measure: Measure
  readonly found: AttackResult
  readonly recorded: RecordedSchedule
  readonly largest: Largest
}

/**
 * Lets an adversary, who also chooses when operations are asked for, search for many messages, then for all that operations
 * can cost. Each find is an execution that was checked. How long it takes in all is up to those who ask.
 */
export const findUseBySearch: WorstCaseFinder = (algorithm, { instance }, cell, { searched }) => {
  const choose = choicesOf(algorithm, instance, cell.inputs)
  const { runs, strategies } = searched!
  const options = { choose, runs, seed: cell.seed, calls: callsFor(algorithm, instance, cell) }
  const searches = (['messages', ...measuresOf(algorithm.service!)] as const).map((measure): Search => {
    const objective = objectiveNamed(measure, algorithm)
    const found = attack(algorithm, instance, { ...options, objective, ...(strategies && { strategies }) })
    const { schedule, wakeUps, hurried } = found
    const timed = timeSchedule(algorithm, found.instance, schedule, wakeUps, hurried)
    const identifiers = choose.includes('ids') ? 'given' : parseInputs(cell.inputs).values.ids
    const recorded = recordSchedule(algorithm, found.instance, timed, { identifiers })
    return { measure, found, recorded, largest: largestOf(found, recorded, identifiers, cell) }
  })
  const [messages, ...others] = searches
  const { completed } = messages!.largest
  return {
    ...endOf(algorithm, searches),
    messages: messages!.largest,
    time: null,
    uses: [
      ...(completed === undefined || completed === 0 ? [] : [perOperation(messages!.largest, completed)]),
      ...others.map(({ measure, largest }) => ({ measure, largest })),
    ],
    others: judgedBeside(...searches.map(({ recorded }) => recorded.judgements)),
    extra: {
      chosen: choiceWords(choose),
      runs,
      ...(strategies && { strategies: strategies.join() }),
      operations: completed ?? null,
      ...Object.fromEntries(
        searches.map(({ measure, found }) => [`${measure.replaceAll(':', '_')}_strategy`, found.strategy]),
      ),
    },
  }
}

/** What operations can cost besides messages. */
function measuresOf(service: Service): Measure[] {
  const answered = openOperations(service).filter((name) => service.operations[name]!.unanswered !== true)
  return [
    ...(answered.length === 1
      ? (['response'] as const)
      : answered.map((name) => `response:${name}` as const)),
    ...(service.critical === undefined ? [] : (['bypass', 'sync_delay'] as const)),
    ...(service.spread === undefined ? [] : (['delivery'] as const)),
  ]
}

function largestOf(
  { best }: AttackResult,
  { execution, instance }: RecordedSchedule,
  identifiers: string,
  cell: Cell,
): Largest {
  const { final, measures } = execution
  const { setting } = largest(best, instance, identifiers)
  const completed = measures.operations?.completed
  return {
    cost: best,
    setting: { ...setting, ...workloadUnder(instance, cell) },
    final,
    ...(completed !== undefined && { completed }),
  }
}

/** What is left of a workload whose times are chosen by an adversary: who asks. */
function workloadUnder(instance: ComputedInstance, { workload }: Cell): { readonly workload?: string } {
  if (workload === undefined) return {}
  const alone = oneClient.holds({
    instance,
    timing: 'asynchronous',
    unitDelays: false,
    identifiers: '',
    workload,
  })
  return alone ? { workload } : {}
}

const perOperation = (messages: Largest, completed: number): NonNullable<WorstCase['uses']>[number] => ({
  measure: 'messages_per_operation',
  largest: { ...messages, cost: messages.cost / completed },
})

function endOf(algorithm: AnyAlgorithm, searches: readonly Search[]): Pick<WorstCase, 'outcome' | 'reason'> {
  const outcomes = searches.map(({ recorded }) => recorded.execution.outcome)
  const outcome = outcomes.find(({ kind }) => kind === 'violated') ?? outcomes[0]!
  return { outcome: outcome.kind, reason: describeOutcome(outcome, algorithm) || null }
}
