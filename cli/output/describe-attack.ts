import pc from 'picocolors'
import { formulaOf, type Judgement, type RecordedSchedule } from '../../engine/index.ts'
import { claimFor, type FinishedAttack, type SeededSearch } from '../../experiments/index.ts'
import { sameAgain, strategyTable } from './strategy-table.ts'

/** What a search has found, and where it was written. */
interface ToldAttack {
  readonly found: FinishedAttack
  /** What each seed has come to. */
  readonly searches: readonly SeededSearch[]
  readonly recorded: RecordedSchedule
  /** The most over all schedules of the instance found; null if that is not known. */
  readonly exact: number | null
  readonly file: string | null
  readonly seed: number
}

/** For machines. */
export function attackJson({ found, searches, recorded, exact, file, seed }: ToldAttack): object {
  const { result, options, interrupted } = found
  const { best, violation, runs, strategy, objective, run, rule, strategies, history, unfinished } = result
  const { outcome, measures } = recorded.execution
  const claim = violation === null ? claimFor(objective, recorded) : null
  return {
    // What was measured is not the cost of an execution that was cut short.
    best: violation?.where === undefined ? best : null,
    violation: violation && { property: violation.property, reason: violation.reason },
    claim: claim && {
      kind: claim.claim.kind,
      formula: claim.claim.formula,
      value: claim.bound,
      ratio: best / claim.bound,
    },
    exact,
    runs,
    strategy,
    execution: { file, outcome: outcome.kind, messages: measures.messages, time: measures.time },
    objective,
    evidence: 'searched',
    run,
    rule,
    chosen: options.choose,
    seed,
    searches,
    strategies,
    history,
    unfinished,
    interrupted,
  }
}

/** For people. */
export function describeAttack(told: ToldAttack): string {
  const { found, searches, seed } = told
  const { runs, strategies } = found.result
  const lines = [
    ...summary(told),
    '',
    ...strategyTable(strategies),
    '',
    `  ${found.interrupted ? pc.yellow('interrupted; ') : ''}${sameAgain(runs, seed, searches.length)}`,
  ]
  return `${lines.join('\n')}\n`
}

function summary({ found, searches, recorded, exact, file, seed }: ToldAttack): string[] {
  const { algorithm, problem, result, options } = found
  const { n, m } = problem.network
  const { best, violation, runs, strategy, objective, run, rule, unfinished, reason } = result
  const claim = violation === null ? claimFor(objective, recorded) : null
  const violations = recorded.judgements.filter(({ verdict }) => verdict === 'violated')
  return [
    pc.bold(
      `${algorithm.name}: ${violation === null ? `the most ${objective} found` : 'a violation'} on ${n} processors, ${m} channels`,
    ),
    entry(
      'searched',
      `${violation === null ? `at least ${best}` : `a property is violated, so the search ended`}, by ${strategy} in run ${run} of ${runs}, rule ${rule}`,
    ),
    exact === null ? [] : entry('exact', `${exact} over all schedules of this instance, ${given(found)}`),
    claim === null ? [] : entry('claim', `${claimText(claim)}: ratio ${(best / claim.bound).toFixed(3)}`),
    violation === null ? entry('spread', spread(searches)) : [],
    entry('chosen', `${options.choose.join(', ')}; seed ${seed}`),
    chosenInstance(found, recorded),
    entry(
      'execution',
      `${ending(recorded)}; ${file === null ? 'write it with --record FILE' : `written to ${file}`}`,
    ),
    violations.map((judgement) =>
      entry(
        'claim',
        `${pc.red('violated')}: ${judgement.measure} ${judgement.measured}, ${claimText(judgement)}`,
      ),
    ),
    recorded.judgements.flatMap((judgement) =>
      judgement.reason === undefined || violation !== null
        ? []
        : entry('not checked', `${judgement.measure} ${claimText(judgement)}: ${judgement.reason}`),
    ),
    unfinished === 0 ? [] : entry('did not end', `${unfinished} of ${runs} runs: ${reason}`),
  ].flat()
}

/** For which wake-ups and inputs an exact cost is the most. */
function given({ result: { wakeUps, instance } }: FinishedAttack): string {
  const { n } = instance.network
  const initiators = Array.from(instance.wakeTimes).filter((time) => time === 0).length
  const waking =
    wakeUps === 'chosen'
      ? 'whoever wakes by itself and whenever'
      : initiators === n
        ? 'if all wake at time 0'
        : `if ${initiators} of ${n} wake at time 0, as given`
  return `${waking}, with its identifiers, root, channel numbers and values`
}

/** How far the seeds come apart. */
function spread(searches: readonly SeededSearch[]): string {
  const bests = searches.flatMap(({ best }) => best ?? []).sort((a, b) => a - b)
  if (bests.length === 1) return `not known from one seed of ${searches[0]!.runs} runs; --seeds 5 tells`
  return `${bests[0]} to ${bests.at(-1)}, median ${bests[bests.length >> 1]}, from ${bests.length} seeds of ${searches[0]!.runs} runs`
}

function ending({ execution: { outcome } }: RecordedSchedule): string {
  return outcome.kind === 'violated'
    ? pc.red(
        `violated ${outcome.property}: ${outcome.reason}${outcome.where === undefined ? '' : `, ${outcome.where}`}`,
      )
    : outcome.kind
}

/** On a small network, the instance that the adversary chose. */
function chosenInstance({ options }: FinishedAttack, { instance }: RecordedSchedule): string[] {
  const { n } = instance.network
  if (n > 32) return []
  const wakers = Array.from({ length: n }, (_, p) => p).filter((p) => Number.isFinite(instance.wakeTimes[p]))
  const told = {
    ids: entry('ids', Array.from(instance.ids).join(',')),
    root: entry('root', `p_${instance.root}`),
    wakeup: entry('wake by themselves', wakers.map((p) => `p_${p}`).join(', ')),
  }
  return (['ids', 'root', 'wakeup'] as const)
    .filter((name) => options.choose.includes(name))
    .map((name) => told[name])
}

function claimText({ claim, bound }: Judgement): string {
  const { text } = formulaOf(claim.formula)
  return `${claim.kind} ${text === String(bound) || !Number.isFinite(bound) ? text : `${text} = ${bound}`}`
}

const entry = (name: string, value: string): string => `  ${name.padEnd(18)} ${value}`
